import { isDeepStrictEqual } from 'node:util';
import { fail } from '../../contract/failures.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { General } from '../../contract/settings/settings.contract.ts';
import type { Settings } from '../../stores/settings/settingsSchema.ts';
import { type Actor, demandAdministrator } from '../users/actor.ts';

/** Held everywhere. */
export type HeldEverywhere = ReadonlySet<Permission>;

/** Who puts old settings in force. */
export type Restorer = Pick<Actor, 'isAdministrator'> & { held: HeldEverywhere };

/** Old settings may add, change and take away profiles of every folder. */
const rightsOf = {
  security: ['security.edit'],
  mail: ['mail.create', 'mail.edit', 'mail.delete'],
  directory: ['directory.edit'],
} as const satisfies Partial<Record<keyof Settings, readonly Permission[]>>;

/** NOT_ALLOWED: links with codes that let people in lead where this address says, so it is a matter of security. */
export const demandLinkRight = (today: General, wanted: General, held: HeldEverywhere): void => {
  if (today.publicUrl !== wanted.publicUrl && !held.has('security.edit'))
    throw fail('NOT_ALLOWED', { permission: 'security.edit' });
};

/**
 * NOT_ALLOWED when a restore would change a part of the settings that the person may not change there: rules that were
 * made stricter come back by nobody who may not weaken them. ADMINISTRATOR_REQUIRED for another directory in force.
 */
export const demandRestorable = (
  today: Settings,
  restored: Settings,
  { held, isAdministrator }: Restorer,
): void => {
  demandLinkRight(today.general, restored.general, held);
  for (const part of ['security', 'mail', 'directory'] as const) {
    if (isDeepStrictEqual(today[part], restored[part])) continue;
    const permission = rightsOf[part].find((needed) => !held.has(needed));
    if (permission !== undefined) throw fail('NOT_ALLOWED', { permission });
  }
  if (!isDeepStrictEqual(today.directory.active, restored.directory.active))
    demandAdministrator({ isAdministrator });
};
