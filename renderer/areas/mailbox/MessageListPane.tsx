import { Spinner } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { nothingSelected } from '../../controls/grid/rowSelection.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { nearTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { EmptyMailbox } from './EmptyMailbox.tsx';
import { MessageCommands } from './MessageCommands.tsx';
import { MessageGrid } from './MessageGrid.tsx';
import type { MessageList } from './useMessageList.ts';

type Props = { list: MessageList; openId: string | null; onDelete: (ids: readonly string[]) => void };

/** Title, commands, search and the messages; or what to do first when there are none. */
export const MessageListPane = ({ list, openId, onDelete }: Props) => {
  const { t } = useTranslation('mailbox');
  const language = useLanguage();
  const mayDelete = useMay('mailbox.delete');
  const { selection } = list.rows;
  return (
    <>
      <MessageCommands list={list} onDelete={onDelete} />
      {!list.front && !list.error && <Spinner label={t('list.loading')} />}
      {list.front && list.total === 0 && (
        <EmptyMailbox search={list.front.search} limits={list.front.limits} />
      )}
      {list.total > 0 && (
        <MessageGrid
          key={list.asked}
          total={list.total}
          messageAt={list.messageAt}
          formatReceived={(moment) => nearTime(moment, Date.now(), language)}
          openId={openId}
          isSelected={(id) => selection.has(id)}
          onToggle={list.rows.toggle}
          onSelectRange={list.rows.selectRange}
          onSelectAll={list.selectAll}
          onSelectNone={() => list.rows.select(nothingSelected)}
          onOpen={(id) => navigate({ area: 'mailbox', id })}
          onDelete={(id) => mayDelete && onDelete(selection.size > 0 ? [...selection] : [id])}
          onVisible={list.onVisible}
        />
      )}
    </>
  );
};
