import { z } from 'zod';

/** Areas that a right is granted for (REQUIREMENTS U25). */
export const areas = [
  'settings',
  'mail',
  'mailbox',
  'users',
  'roles',
  'folders',
  'security',
  'directory',
  'audit',
  'alerts',
] as const;
export const rights = ['view', 'edit', 'create', 'delete'] as const;

export type Permission = `${(typeof areas)[number]}.${(typeof rights)[number]}`;

/** Every permission there is, as `area.right`. */
export const permissions: readonly Permission[] = areas.flatMap((area) =>
  rights.map((right): Permission => `${area}.${right}`),
);

export const permissionSchema = z.templateLiteral([z.enum(areas), '.', z.enum(rights)]);

/** Areas whose things lie in folders: a role that is granted for a folder gives its rights in these only (U29). */
export const areasInFolders: readonly (typeof areas)[number][] = ['mail', 'folders'];

/** True when a permission can be granted for a folder alone. */
export const isInFolders = (permission: Permission): boolean =>
  areasInFolders.some((area) => permission.startsWith(`${area}.`));
