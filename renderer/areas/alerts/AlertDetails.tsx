import { Body1, makeStyles, Spinner, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../electron/contract/alerts/alert.ts';
import { alertAdvice, alertTitle } from '../../../electron/locales/alertText.ts';
import { DetailList } from '../../controls/DetailList.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { useShortcut } from '../../shell/shortcutRegistry.ts';
import { exactTime, exactUtcTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { AlertDetailCommands } from './AlertDetailCommands.tsx';
import { alertHelp } from './alertHelp.ts';
import { useAlert } from './alertQueries.ts';
import { HelpLinks } from './HelpLinks.tsx';
import { SeverityBadge } from './SeverityBadge.tsx';
import { useTranslate } from './useTranslate.ts';

const useStyles = makeStyles({
  nothing: { margin: 'auto', color: tokens.colorNeutralForeground2 },
  title: { overflowWrap: 'anywhere' },
  advice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** The alert that the address names. */
export const AlertDetails = ({ id }: { id: number | null }) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  useShortcut('cancel', () => navigate({ area: 'alerts' }), id !== null);
  return id === null ? (
    <Body1 className={styles.nothing}>{t('details.nothing')}</Body1>
  ) : (
    <OpenAlert id={id} />
  );
};

const OpenAlert = ({ id }: { id: number }) => {
  const { t } = useTranslation(['alerts', 'shell']);
  const { data: alert, error } = useAlert(id);
  if (error) return <FailureBar error={error} />;
  if (alert === undefined) return <Spinner label={t('shell:loading')} />;
  return (
    <>
      <AlertDetailCommands alert={alert} />
      {alert ? (
        <Suspense fallback={<Spinner label={t('shell:loading')} />}>
          <AlertText alert={alert} />
        </Suspense>
      ) : (
        <Body1>{t('details.gone')}</Body1>
      )}
    </>
  );
};

/** Waits by itself for the texts of findings: the list beside it keeps its place and focus. */
const AlertText = ({ alert }: { alert: Alert }) => {
  const { t } = useTranslation('alerts');
  const translate = useTranslate('alerts', 'findings');
  const styles = useStyles();
  const language = useLanguage();
  return (
    <>
      <Subtitle1 as="h2" className={styles.title}>
        {alertTitle(alert, translate)}
      </Subtitle1>
      <div className={styles.advice}>
        <Subtitle2 as="h3">{t('details.whatToDo')}</Subtitle2>
        <Body1>{alertAdvice(alert, translate)}</Body1>
        <HelpLinks places={alertHelp(alert)} userName={String(alert.parameters['user'])} />
      </div>
      <DetailList
        rows={[
          { label: t('severity'), value: <SeverityBadge severity={alert.severity} /> },
          { label: t('component'), value: t(`components.${alert.component}`) },
          { label: t('details.time'), value: exactTime(alert.at, language) },
          { label: t('details.utc'), value: exactUtcTime(alert.at, language) },
        ]}
      />
    </>
  );
};
