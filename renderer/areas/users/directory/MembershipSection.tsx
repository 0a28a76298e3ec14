import { Button, Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../../../../electron/contract/directory/membership.ts';
import type { UserDetails } from '../../../../electron/contract/users/userDetails.ts';
import { PathSteps } from '../../../controls/PathSteps.tsx';
import { formatRoute } from '../../../shell/route.ts';
import { useToast } from '../../../shell/ToastContext.ts';
import { useCommand } from '../../../shell/useCommand.ts';
import { useMay } from '../../../shell/useSession.ts';
import { DirectoryFailure } from './DirectoryFailure.tsx';
import { InheritedRoles } from './InheritedRoles.tsx';
import { useMembership } from './directoryPeopleQueries.ts';
import { MembershipState } from './MembershipState.tsx';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1 },
  list: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  name: { overflowWrap: 'anywhere' },
});

/** Which groups of this console a directory user is in, how, and of when that is known. */
export const MembershipSection = ({ user }: { user: UserDetails }) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const id = useId();
  const toast = useToast();
  const mayRefresh = useMay('users.edit');
  const { data, isPlaceholderData } = useMembership(user.id, user.membership);
  const reading = useCommand((client, userId: string) => client.directory.refreshMembership({ userId }));
  const read = () =>
    reading.mutate(user.id, { onSuccess: () => toast(t('membership.done', { name: user.values.name })) });
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <Subtitle2 as="h3" id={id} className={styles.title}>
          {t('membership.title')}
        </Subtitle2>
        {mayRefresh && (
          <Button
            size="small"
            icon={<ArrowSync16Regular />}
            disabledFocusable={reading.isPending}
            onClick={read}
          >
            {t(reading.isPending ? 'membership.reading' : 'membership.readAgain')}
          </Button>
        )}
      </div>
      <DirectoryFailure error={reading.error} />
      {data && <MembershipState membership={data} />}
      {data && data.state !== 'gone' && (
        <MemberGroups user={user} membership={data} isAsking={isPlaceholderData} />
      )}
    </section>
  );
};

type MemberGroupsProps = {
  user: UserDetails;
  membership: Membership;
  /** The directory has not said yet through which groups. */
  isAsking: boolean;
};

const MemberGroups = ({ user, membership, isAsking }: MemberGroupsProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const { groups, tokenGroups, state } = membership;
  const isUnknown = state === 'current' && !isAsking;
  const between = (path: string[] | null): string[] => path ?? (isUnknown ? [t('path.unknown')] : []);
  return (
    <>
      <ul className={styles.list}>
        {groups.map(({ userId, name, path }) => (
          <li key={userId}>
            <Link className={styles.name} href={formatRoute({ area: 'users', id: userId })}>
              {name}
            </Link>
            <InheritedRoles inherited={user.inherited} groupId={userId} />
            {between(path).length > 0 && <PathSteps steps={[user.values.name, ...between(path), name]} />}
          </li>
        ))}
      </ul>
      <Text size={200}>{t('membership.groups', { count: groups.length, all: tokenGroups })}</Text>
    </>
  );
};
