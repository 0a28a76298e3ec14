import { z } from 'zod';
import { directoryValuesOf } from '../../contract/directory/directoryValues.ts';
import { profileValuesOf } from '../../contract/mail/profile.ts';
import { signInRulesSchema } from '../../contract/security/signInRules.ts';
import { generalSchema } from '../../contract/settings/settings.contract.ts';
import { inconsistenciesOf } from './inconsistencies.ts';

export const schemaVersion = 5;

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

/** What people decided. What was observed, the last proof of each profile, lies in `stores/proof/proofRecordStore.ts`. */
export const storedProfileSchema = z
  .strictObject({
    id: z.uuid(),
    /** The folder that it lies in; null: in none. Of one that is gone it lies in none that anybody has a right for. */
    folderId: z.uuid().nullable(),
    /** In force; null when there is only a draft. */
    active: storedValuesSchema.nullable(),
    draft: storedValuesSchema.nullable(),
  })
  .refine(({ active, draft }) => active !== null || draft !== null, 'has no values');
export type StoredProfile = z.infer<typeof storedProfileSchema>;

export const storedDirectoryValuesSchema = directoryValuesOf(storedPasswordSchema);
export type StoredDirectoryValues = z.infer<typeof storedDirectoryValuesSchema>;

/** Of the directory, in force and as a draft; null: none. */
const storedDirectorySchema = z.strictObject({
  active: storedDirectoryValuesSchema.nullable(),
  draft: storedDirectoryValuesSchema.nullable(),
});
export type StoredDirectory = z.infer<typeof storedDirectorySchema>;

/** The last revision that the names of the history and the backups have room for: eight digits. */
const lastRevision = 99_999_999;

/** Each field by itself. */
export const settingsFieldsSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  revision: z.int().nonnegative().max(lastRevision),
  general: generalSchema,
  security: signInRulesSchema,
  mail: z.strictObject({ defaultProfileId: z.uuid(), profiles: z.array(storedProfileSchema).min(1) }),
  directory: storedDirectorySchema,
});
export type Settings = z.infer<typeof settingsFieldsSchema>;

/** Settings as every reader may rely on them. */
export const settingsSchema = settingsFieldsSchema.superRefine((settings, context) => {
  for (const { path, message } of inconsistenciesOf(settings))
    context.addIssue({ code: 'custom', path, message });
});
