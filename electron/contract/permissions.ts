import { z } from 'zod';

/** Areas that a right is granted for (REQUIREMENTS U25). */
export const areas = ['settings', 'mail', 'mailbox', 'users', 'roles', 'security', 'audit'] as const;
export const rights = ['view', 'edit', 'create', 'delete'] as const;

export type Permission = `${(typeof areas)[number]}.${(typeof rights)[number]}`;

/** Every permission there is, as `area.right`. */
export const permissions: readonly Permission[] = areas.flatMap((area) =>
  rights.map((right): Permission => `${area}.${right}`),
);

export const permissionSchema = z.templateLiteral([z.enum(areas), '.', z.enum(rights)]);
