import { z } from 'zod';
import { permissionSchema, permissions } from '../permissions.ts';
import { holderCountsSchema } from './holders.ts';

/** The built-in role Administrator (REQUIREMENTS U22, U24): it has every permission there is and never changes. */
export const administratorRoleId = '00000000-0000-4000-8000-000000000001';

export const mostRoles = 500;

const hasNoControlCharacter = (text: string): boolean => !/\p{Cc}/u.test(text);
const controlCharacter = { params: { code: 'controlCharacter' } };

/** What an administrator decides of a role. No two have the same name, whatever the case. */
export const roleValuesSchema = z.strictObject({
  name: z.string().trim().min(1).max(64).refine(hasNoControlCharacter, controlCharacter),
  description: z.string().trim().max(512).refine(hasNoControlCharacter, controlCharacter),
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
