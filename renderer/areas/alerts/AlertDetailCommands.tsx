import { makeStyles, Toolbar, ToolbarButton } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { MailRead20Regular } from '@fluentui/react-icons/svg/mail-read';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../electron/contract/alerts/alert.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { useMarkAlertsRead } from './alertQueries.ts';
import { useIsReader } from './useIsReader.ts';

const useStyles = makeStyles({ commands: { padding: 0, flexWrap: 'wrap' } });

/** What can be done with the open alert; null: it is not kept any more. */
export const AlertDetailCommands = ({ alert }: { alert: Alert | null }) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  const isReader = useIsReader();
  const marking = useMarkAlertsRead();
  return (
    <>
      <Toolbar size="small" className={styles.commands} aria-label={t('details.commands')}>
        <ToolbarButton icon={<ArrowLeft20Regular />} onClick={() => navigate({ area: 'alerts' })}>
          {t('details.close')}
        </ToolbarButton>
        {alert && (
          <ToolbarButton
            icon={<MailRead20Regular />}
            disabled={alert.isRead || !isReader}
            onClick={() => marking.mutate([alert.id])}
          >
            {t('commands.markRead')}
          </ToolbarButton>
        )}
      </Toolbar>
      <FailureBar error={marking.error} />
    </>
  );
};
