import { makeStyles, SearchBox, Text, tokens, Toolbar, ToolbarButton } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { SelectAllOn20Regular } from '@fluentui/react-icons/svg/select-all-on';
import { useTranslation } from 'react-i18next';
import { nothingSelected } from '../../controls/grid/rowSelection.ts';
import { useMay } from '../../shell/useSession.ts';
import { useReloadMailbox } from './mailboxQueries.ts';
import type { MessageList } from './useMessageList.ts';

const useStyles = makeStyles({
  commands: { padding: 0, flexWrap: 'wrap' },
  search: { maxWidth: 'none' },
  summary: { color: tokens.colorNeutralForeground2 },
});

type MessageCommandsProps = { list: MessageList; onDelete: (ids: readonly string[]) => void };

/** What can be done with the selection, the search, and how many messages there are. */
export const MessageCommands = ({ list, onDelete }: MessageCommandsProps) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const mayDelete = useMay('mailbox.delete');
  const reload = useReloadMailbox();
  const selected = list.rows.selection.size;
  return (
    <>
      <Toolbar size="small" className={styles.commands} aria-label={t('commands.label')}>
        <ToolbarButton
          icon={<Delete20Regular />}
          disabled={selected === 0 || !mayDelete}
          onClick={() => onDelete([...list.rows.selection])}
        >
          {t('commands.delete')}
        </ToolbarButton>
        <ToolbarButton
          icon={<SelectAllOn20Regular />}
          disabled={list.total === 0}
          onClick={() => (selected > 0 ? list.rows.select(nothingSelected) : list.selectAll())}
        >
          {t(selected > 0 ? 'commands.selectNone' : 'commands.selectAll')}
        </ToolbarButton>
        <ToolbarButton icon={<ArrowClockwise20Regular />} onClick={() => void reload()}>
          {t('commands.refresh')}
        </ToolbarButton>
      </Toolbar>
      <SearchBox
        className={styles.search}
        value={list.search}
        onChange={(_, { value }) => list.setSearch(value.slice(0, 256))}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
      />
      <Text size={200} className={styles.summary} role="status">
        {selected > 0
          ? t('list.selectedCount', { count: selected })
          : t('list.summary', {
              messages: t('list.messageCount', { count: list.total }),
              unread: t('list.unreadCount', { count: list.front?.unread ?? 0 }),
            })}
      </Text>
    </>
  );
};
