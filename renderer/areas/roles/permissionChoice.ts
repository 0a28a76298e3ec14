import { type Permission, permissions } from '../../../electron/contract/permissions.ts';

/** All permissions of an area, or all of a right, in the order of the contract. */
export const permissionsOf = (part: { area: string } | { right: string }): readonly Permission[] =>
  permissions.filter((permission) =>
    'area' in part ? permission.startsWith(`${part.area}.`) : permission.endsWith(`.${part.right}`),
  );

/** Whether all of these are held, some (`mixed`) or none. */
export const checkedOf = (held: readonly Permission[], among: readonly Permission[]): boolean | 'mixed' => {
  const count = among.filter((permission) => held.includes(permission)).length;
  return count === among.length || (count > 0 && 'mixed');
};

/** Takes these away when all of them are held, else gives those that are not; in the order of the contract. */
export const toggle = (held: readonly Permission[], among: readonly Permission[]): Permission[] => {
  const taken = checkedOf(held, among) === true;
  return permissions.filter((permission) =>
    among.includes(permission) ? !taken : held.includes(permission),
  );
};
