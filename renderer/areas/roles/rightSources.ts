import type { CheckedPermission, RightReason } from '../../../electron/contract/users/permissionCheck.ts';

type Named = RightReason['role'];

const eachOnce = (named: readonly Named[]): Named[] => [
  ...new Map(named.map((thing) => [thing.id, thing])).values(),
];

/** The roles and groups that rights come from, each once, in the order in which they come. */
export const sourcesOf = (permissions: readonly CheckedPermission[]): { roles: Named[]; groups: Named[] } => {
  const reasons = permissions.flatMap((checked) => checked.reasons);
  return {
    roles: eachOnce(reasons.map(({ role }) => role)),
    groups: eachOnce(reasons.flatMap(({ groups }) => groups)),
  };
};
