import { Body1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useSubscriptions } from './alertQueries.ts';
import { MailObstacles } from './MailObstacles.tsx';
import { SubscriptionForm } from './SubscriptionForm.tsx';
import { useIsReader } from './useIsReader.ts';

const useStyles = makeStyles({
  pane: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '760px' },
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** What the reader wants by mail, and what keeps it from arriving. */
export const SubscriptionsTab = () => {
  const { t } = useTranslation(['alerts', 'shell']);
  const styles = useStyles();
  const isReader = useIsReader();
  const { data, error } = useSubscriptions();
  return (
    <section className={styles.pane} aria-label={t('tabs.subscriptions')} data-pane tabIndex={-1}>
      <Body1>{t(isReader ? 'subscriptions.text' : 'subscriptions.noReader')}</Body1>
      <FailureBar error={error} />
      {!data && !error && <Spinner label={t('shell:loading')} />}
      {data && <MailObstacles obstacles={data.obstacles} />}
      {data && isReader && <SubscriptionForm stored={data.subscriptions} />}
    </section>
  );
};
