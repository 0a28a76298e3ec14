import { Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { asFailure } from '../../texts/asFailure.ts';
import { DirectoryIdentitySection } from './directory/DirectoryIdentitySection.tsx';
import { MembershipSection } from './directory/MembershipSection.tsx';
import { LockoutBar } from './LockoutBar.tsx';
import { UserEditor } from './UserEditor.tsx';
import { UserHead } from './UserHead.tsx';
import { UserSessions } from './UserSessions.tsx';
import { UserSignIns } from './UserSignIns.tsx';
import { UserSubscriptions } from './UserSubscriptions.tsx';
import { useUser } from './usersQueries.ts';

/** One user: who it is, what that person may do, how the last sign-ins went. */
export const UserPane = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { data, error } = useUser(id);
  /** As it was when editing began: what somebody else saves meanwhile changes no field under the hand. */
  const [edited, setEdited] = useState<UserDetails | null>(null);
  /** Taken back, or deleted by somebody else: what was known of it is not shown on, nor edited. */
  const isGone = error !== null && asFailure(error).code === 'NOT_FOUND';
  const user = isGone ? undefined : (edited ?? data);
  if (!user)
    return error ? (
      <FailureBar error={error} onDismiss={() => navigate({ area: 'users' })} />
    ) : (
      <Spinner label={t('loading')} />
    );
  const isEditing = edited !== null;
  return (
    <>
      <UserHead user={user} onEdit={isEditing ? null : () => setEdited(user)} />
      {user.lockout && !isEditing && <LockoutBar user={user} lockout={user.lockout} />}
      <UserEditor
        /** Another password does not raise the revision, but may have to be changed. */
        key={`${user.revision} ${user.values.mustChangePassword} ${isEditing}`}
        user={user}
        isEditing={isEditing}
        onDone={() => setEdited(null)}
      />
      {!isEditing && user.directory && (
        <DirectoryIdentitySection identity={user.directory} knownSince={user.createdAt} />
      )}
      {!isEditing && user.kind === 'directoryUser' && <MembershipSection user={user} />}
      {!isEditing && user.kind !== 'directoryGroup' && <OfPerson user={user} />}
    </>
  );
};

/** What only somebody has who signs in. */
const OfPerson = ({ user }: { user: UserDetails }) => (
  <>
    <UserSignIns user={user} />
    <UserSessions user={user} />
    <UserSubscriptions user={user} />
  </>
);
