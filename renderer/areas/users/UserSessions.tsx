import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { NearTime } from '../../controls/NearTime.tsx';
import { useFailureToast, useToast } from '../../shell/ToastContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { useAuditTexts } from '../audit/useAuditTexts.ts';
import { useRestriction } from './useRestriction.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  session: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { flexGrow: 1 },
});

/** Where the user is signed in now, and what ends one session or all. */
export const UserSessions = ({ user }: { user: UserDetails }) => {
  const { t } = useTranslation(['users', 'audit']);
  const styles = useStyles();
  const { doorText } = useAuditTexts();
  const end = useEndSessions(user.id);
  const why = useRestriction(user.restrictions);
  const mayEnd = useMay('users.edit') && why('change') === undefined;
  return (
    <section>
      <Subtitle2 as="h3">{t('sessions.title')}</Subtitle2>
      {user.sessions.length === 0 && <Text block>{t('sessions.none')}</Text>}
      <ul className={styles.list}>
        {user.sessions.map(({ id, door, machine, createdAt, seenAt }) => (
          <li key={id} className={styles.session}>
            <span className={styles.text}>
              {t('origin', { door: doorText(door), machine })} · {t('sessions.since')}{' '}
              <NearTime moment={createdAt} /> · {t('sessions.seen')} <NearTime moment={seenAt} />
            </span>
            {mayEnd && (
              <Button size="small" onClick={() => end(id)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEnd && user.sessions.length > 1 && (
        <Button size="small" onClick={() => end(null)}>
          {t('sessions.endAll')}
        </Button>
      )}
    </section>
  );
};

/** Gives what ends a session of the user; null: all of them. */
const useEndSessions = (id: string) => {
  const { t } = useTranslation('users');
  const toast = useToast();
  const onError = useFailureToast();
  const ending = useCommand((client, sessionId: string | null) =>
    sessionId === null ? client.users.endSessions({ id }) : client.users.endSession({ id, sessionId }),
  );
  return (sessionId: string | null) =>
    ending.mutate(sessionId, { onSuccess: () => toast(t('sessions.ended')), onError });
};
