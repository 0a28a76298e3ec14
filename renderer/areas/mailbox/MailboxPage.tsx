import { makeStyles, mergeClasses, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { nothingSelected } from '../../controls/grid/rowSelection.ts';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useRemoveMessages } from './mailboxQueries.ts';
import { MessageListPane } from './MessageListPane.tsx';
import { MessageReader } from './MessageReader.tsx';
import { useMessageList } from './useMessageList.ts';

const narrow = '@media (max-width: 900px)';
/** A window so low, or zoomed so far, that the page scrolls instead of its panes. */
const low = '@media (max-height: 480px)';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    gap: tokens.spacingVerticalS,
    [low]: { height: 'auto' },
  },
  panes: { display: 'flex', flexGrow: 1, minHeight: 0, gap: tokens.spacingHorizontalM },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    minWidth: 0,
    minHeight: 0,
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { flex: '0 0 400px', [narrow]: { flex: '1 1 auto' } },
  reader: { flex: '1 1 auto' },
  awayWhenNarrow: { [narrow]: { display: 'none' } },
});

/** Mail that was sent through the built-in mailbox: the list at the left, one message at the right. */
export const MailboxPage = () => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const { id } = useRoute();
  const list = useMessageList();
  const showSuccess = useToast();
  const removal = useRemoveMessages();
  const [doomed, setDoomed] = useState<readonly string[]>([]);

  const remove = () => {
    setDoomed([]);
    removal.mutate(doomed, {
      onSuccess: () => {
        list.rows.select(nothingSelected);
        showSuccess(t('removed', { count: doomed.length }));
        if (id !== null && doomed.includes(id)) navigate({ area: 'mailbox' });
      },
    });
  };

  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('title')}</Title3>
      <FailureBar error={removal.error ?? list.error} />
      <div className={styles.panes}>
        <section
          data-pane
          tabIndex={-1}
          aria-label={t('list.label')}
          className={mergeClasses(styles.pane, styles.list, id !== null && styles.awayWhenNarrow)}
        >
          <MessageListPane list={list} openId={id} onDelete={setDoomed} />
        </section>
        <section
          data-pane
          tabIndex={-1}
          aria-label={t('reader.label')}
          className={mergeClasses(styles.pane, styles.reader, id === null && styles.awayWhenNarrow)}
        >
          <MessageReader key={id} id={id} onDelete={setDoomed} />
        </section>
      </div>
      <ConfirmDialog
        open={doomed.length > 0}
        title={t('confirm.title', { count: doomed.length })}
        consequence={t('confirm.consequence')}
        action={t('confirm.action', { count: doomed.length })}
        onConfirm={remove}
        onCancel={() => setDoomed([])}
      />
    </div>
  );
};
