import { makeStyles, Text, tokens, Toolbar, ToolbarButton } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { MailRead20Regular } from '@fluentui/react-icons/svg/mail-read';
import { MailReadMultiple20Regular } from '@fluentui/react-icons/svg/mail-read-multiple';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { useUnreadAlertCount } from '../../shell/useUnreadCount.ts';
import { useMarkAlertsRead, useReloadAlerts } from './alertQueries.ts';
import type { AlertList } from './useAlertList.ts';

const useStyles = makeStyles({
  commands: { padding: 0, flexWrap: 'wrap' },
  summary: { color: tokens.colorNeutralForeground2 },
});

/** What can be done with the selection and with all alerts. How many are unread changes by itself and is announced to nobody. */
export const AlertCommands = ({ list }: { list: AlertList }) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  const unread = useUnreadAlertCount();
  const reload = useReloadAlerts();
  const showSuccess = useToast();
  const marking = useMarkAlertsRead();
  const selected = list.selection.size;
  const markSelected = () =>
    marking.mutate([...list.selection].map(Number), {
      onSuccess: () => {
        list.selectNone();
        showSuccess(t('marked', { count: selected }));
      },
    });
  return (
    <>
      <Toolbar size="small" className={styles.commands} aria-label={t('commands.label')}>
        <ToolbarButton icon={<MailRead20Regular />} disabled={selected === 0} onClick={markSelected}>
          {t('commands.markRead')}
        </ToolbarButton>
        <ToolbarButton
          icon={<MailReadMultiple20Regular />}
          disabled={unread === 0}
          onClick={() => marking.mutate(null, { onSuccess: () => showSuccess(t('allMarked')) })}
        >
          {t('commands.markAllRead')}
        </ToolbarButton>
        <ToolbarButton icon={<ArrowClockwise20Regular />} onClick={() => void reload()}>
          {t('commands.refresh')}
        </ToolbarButton>
      </Toolbar>
      <FailureBar error={marking.error} />
      <Text size={200} className={styles.summary}>
        {t('list.unreadCount', { count: unread })}
        <span role="status">{selected > 0 && ` · ${t('list.selectedCount', { count: selected })}`}</span>
      </Text>
    </>
  );
};
