import type { UserAction } from '../../contract/users/restriction.ts';
import type { UserGrant, UserValues } from '../../contract/users/user.ts';
import type { StoredUser } from '../../stores/users/userStore.ts';
import { makesAdministrator, type PeopleFacts } from './peopleFacts.ts';

/** What a save would do to a user that a rule may forbid. */
export const savedActions = (
  user: StoredUser,
  { values, grants }: { values: UserValues; grants: readonly UserGrant[] },
  facts: PeopleFacts,
): UserAction[] => {
  const endsAdministrator = makesAdministrator(user.grants, facts) && !makesAdministrator(grants, facts);
  return [
    'change',
    ...(values.name === user.name ? [] : (['rename'] as const)),
    ...(user.isActive && !values.isActive ? (['deactivate'] as const) : []),
    ...(endsAdministrator ? (['removeAdministrator'] as const) : []),
  ];
};
