import type { Permission } from '../../contract/permissions.ts';
import type { Change, VisibleChanges } from '../../contract/settings/settings.contract.ts';
import type { HeldEverywhere } from './restoreRights.ts';

/** By the first step of a setting key; what stands in no line may be seen with `settings.view`. */
const rightToSee: Readonly<Record<string, Permission>> = {
  mail: 'mail.view',
  security: 'security.view',
  directory: 'directory.view',
};

/** Leaves out what the person may see nowhere else, and says how much that is. */
export const toVisibleChanges = (changes: readonly Change[], held: HeldEverywhere): VisibleChanges => {
  const visible = changes.filter(({ path }) => {
    const permission = rightToSee[path.slice(0, path.indexOf('.'))];
    return permission === undefined || held.has(permission);
  });
  return { changes: visible, hiddenChanges: changes.length - visible.length };
};
