import type { UserGrant, UserValues } from '../../contract/users/user.ts';
import type { AuditChange } from '../../stores/audit/auditEntry.ts';
import { valueChanges } from '../audit/valueChanges.ts';
import type { PeopleFacts } from './peopleFacts.ts';

type Facts = Pick<PeopleFacts, 'roles' | 'folders'>;
type Described = { values: UserValues; grants: readonly UserGrant[] };

/** The name of a role and, when it is not held everywhere, of the folder. */
export const grantText = ({ roleId, folderId }: UserGrant, { roles, folders }: Facts): string => {
  const role = roles.get(roleId)?.name ?? roleId;
  return folderId === null ? role : `${role} (${folders.get(folderId)?.name ?? folderId})`;
};

const describe = ({ values, grants }: Described, facts: Facts) => ({
  name: values.name,
  displayName: values.displayName,
  mail: values.mail,
  language: values.language,
  isActive: values.isActive,
  mayUseBasicAuthentication: values.mayUseBasicAuthentication,
  mustChangePassword: values.mustChangePassword,
  roles: grants.map((grant) => grantText(grant, facts)).toSorted(),
});

/** What has changed of a user, for the audit; null: there was none before. */
export const userChanges = (before: Described | null, after: Described, facts: Facts): AuditChange[] =>
  valueChanges('user', before && describe(before, facts), describe(after, facts));
