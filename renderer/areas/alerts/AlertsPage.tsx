import { makeStyles, Spinner, Tab, TabList, Title3, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { WatchTab } from '../watch/WatchTab.tsx';
import { AlertsTab } from './AlertsTab.tsx';
import { alertsPlaceOf, alertsTabs } from './alertsPlace.ts';
import { SubscriptionsTab } from './SubscriptionsTab.tsx';

const useStyles = makeStyles({
  page: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    ...{ height: '100%', minHeight: 0 },
    '@media (max-height: 480px)': { height: 'auto' },
  },
});

/** What happened that somebody should know, and what the reader wants to be told by mail (REQUIREMENTS S08). */
export const AlertsPage = () => {
  const { t } = useTranslation(['alerts', 'shell']);
  const styles = useStyles();
  const { tab, id } = alertsPlaceOf(useRoute().id);
  const mayView = useMay('alerts.view');
  if (!mayView) return <p>{t('noRight')}</p>;
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('shell:areas.alerts')}</Title3>
      <TabList
        selectedValue={tab}
        onTabSelect={(_, { value }) =>
          navigate({ area: 'alerts', id: value === 'watch' || value === 'subscriptions' ? value : null })
        }
      >
        {alertsTabs.map((shown) => (
          <Tab key={shown} value={shown}>
            {t(`tabs.${shown}`)}
          </Tab>
        ))}
      </TabList>
      {tab === 'list' && <AlertsTab openId={id} />}
      {tab === 'watch' && (
        <Suspense fallback={<Spinner label={t('shell:loading')} />}>
          <WatchTab />
        </Suspense>
      )}
      {tab === 'subscriptions' && <SubscriptionsTab />}
    </div>
  );
};
