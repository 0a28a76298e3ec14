import { z } from 'zod';
import { permissionSchema, permissions } from '../permissions.ts';
import { plainText } from '../plainText.ts';
import { holderCountsSchema } from './holders.ts';

/** The built-in role Administrator (REQUIREMENTS U22, U24): it has every permission there is and never changes. */
export const administratorRoleId = '00000000-0000-4000-8000-000000000001';

export const mostRoles = 500;

/** What an administrator decides of a role. No two have the same name, whatever the case. */
export const roleValuesSchema = z.strictObject({
  name: plainText(z.string().trim().min(1).max(64)),
  description: plainText(z.string().trim().max(512)),
  permissions: z.array(permissionSchema).max(permissions.length),
});
export type RoleValues = z.infer<typeof roleValuesSchema>;

export const roleSchema = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  /** True: role Administrator, which nobody changes or deletes. */
  isBuiltIn: z.boolean(),
  name: z.string(),
  description: z.string(),
  permissions: z.array(permissionSchema),
  holders: holderCountsSchema,
});
export type Role = z.infer<typeof roleSchema>;
