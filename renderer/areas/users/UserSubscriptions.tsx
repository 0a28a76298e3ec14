import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AlertMailObstacle,
  alertSeverities,
  type AlertSubscriptions,
} from '../../../electron/contract/alerts/alert.ts';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { DetailList } from '../../controls/DetailList.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useClient } from '../../shell/ClientContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { SubscriptionsDialog } from './SubscriptionsDialog.tsx';
import { useRestriction } from './useRestriction.ts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1 },
  note: { color: tokens.colorNeutralForeground2 },
});

/** Which alerts the user gets by mail (REQUIREMENTS U17, S08). */
export const UserSubscriptions = ({ user }: { user: UserDetails }) => {
  const { t } = useTranslation(['users', 'alerts']);
  const styles = useStyles();
  const { alerts } = useClient();
  const why = useRestriction(user.restrictions);
  const mayEdit = useMay('users.edit') && why('change') === undefined;
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['alerts', 'subscriptions', user.id],
    queryFn: ({ signal }) => alerts.getUserSubscriptions({ userId: user.id }, { signal }),
  });
  return (
    <section>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.title}>
          {t('subscriptions.title')}
        </Subtitle2>
        {mayEdit && data && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('subscriptions.change')}
          </Button>
        )}
      </div>
      <FailureBar error={error} />
      {data && <Wanted {...data} />}
      {isEditing && data && (
        <SubscriptionsDialog
          userId={user.id}
          name={user.values.name}
          stored={data.subscriptions}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
};

type WantedProps = { subscriptions: AlertSubscriptions; obstacles: readonly AlertMailObstacle[] };

/** What is wanted, and what keeps it from arriving. */
const Wanted = ({ subscriptions, obstacles }: WantedProps) => {
  const { t } = useTranslation(['users', 'alerts']);
  const styles = useStyles();
  const rows = alertSeverities.flatMap((severity) => {
    const rhythm = subscriptions[severity];
    if (!rhythm) return [];
    return [{ label: t(`alerts:severities.${severity}`), value: t(`alerts:rhythms.${rhythm}`) }];
  });
  if (rows.length === 0) return <Text>{t('subscriptions.none')}</Text>;
  return (
    <>
      <DetailList rows={rows} />
      {obstacles.map((obstacle) => (
        <Text key={obstacle} block size={200} className={styles.note}>
          {t(`subscriptions.obstacles.${obstacle}`)}
        </Text>
      ))}
    </>
  );
};
