import { z } from 'zod';
import { profileValuesOf } from '../../contract/mail/profile.ts';
import { generalSchema } from '../../contract/settings/settings.contract.ts';

export const schemaVersion = 1;

/** What the settings file says of a password. Only `insecure` carries the value itself (REQUIREMENTS A11). */
export const storedPasswordSchema = z.discriminatedUnion('source', [
  /** `record` names the vault record; null: none stored. A new password is a new record, so a save is atomic. */
  z.strictObject({ source: z.literal('vault'), record: z.uuid().nullable() }),
  z.strictObject({ source: z.literal('environment'), name: z.string() }),
  z.strictObject({ source: z.literal('insecure'), value: z.string() }),
]);
export type StoredPassword = z.infer<typeof storedPasswordSchema>;

export const storedValuesSchema = profileValuesOf(storedPasswordSchema);
export type StoredValues = z.infer<typeof storedValuesSchema>;
export type StoredSmtp = Extract<StoredValues, { kind: 'smtp' }>;

/** What people decided. What was observed, the last proof of each profile, lies in `stores/mail/proofRecordStore.ts`. */
export const storedProfileSchema = z.strictObject({
  id: z.uuid(),
  /** In force; null when there is only a draft. */
  active: storedValuesSchema.nullable(),
  draft: storedValuesSchema.nullable(),
});
export type StoredProfile = z.infer<typeof storedProfileSchema>;

export const settingsSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  revision: z.int().nonnegative(),
  general: generalSchema,
  mail: z.strictObject({ defaultProfileId: z.uuid(), profiles: z.array(storedProfileSchema).min(1) }),
});
export type Settings = z.infer<typeof settingsSchema>;
