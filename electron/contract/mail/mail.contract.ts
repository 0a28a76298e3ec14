import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { languageSchema } from '../languages.ts';
import { command, query, task } from '../operation.ts';
import { certificateSchema } from '../proof/evidence.ts';
import { proofEventSchema } from '../proof/proof.ts';
import { emailAddressSchema } from './address.ts';
import { detectionSchema, presetSchema } from './preset.ts';
import { profileDetailsSchema, profileSummarySchema, profileWriteSchema } from './profile.ts';

const id = z.strictObject({ id: z.uuid() });
const revision = z.strictObject({ revision: z.int().nonnegative() });

/** How far a proof goes: `envelope` stops before DATA, `arrive` waits until the message is in the mailbox. */
export const proofLimitSchema = z.enum(['envelope', 'deliver', 'arrive']);
export type ProofLimit = z.infer<typeof proofLimitSchema>;

/** Whose stored secrets `keep` means. Left out: the draft's if there is a draft, else those in force. */
export const keepFromSchema = z.enum(['active', 'draft']);
export type KeepFrom = z.infer<typeof keepFromSchema>;

export const proveInputSchema = z.strictObject({
  /** The profile whose stored secrets the values may keep using; null for a new one. */
  id: z.uuid().nullable(),
  values: profileWriteSchema,
  keepFrom: keepFromSchema.optional(),
  /** Null: the profile's test recipient, else its sender. */
  recipient: emailAddressSchema.nullable(),
  until: proofLimitSchema,
  /** Language of the test message. */
  language: languageSchema,
});
export type ProveInput = z.infer<typeof proveInputSchema>;

export const saveProfileInputSchema = z.strictObject({
  revision: z.int().nonnegative(),
  id: z.uuid().nullable(),
  values: profileWriteSchema,
  keepFrom: keepFromSchema.optional(),
  /** The proof that was made with exactly these values; null together with `asDraft`. */
  proofId: z.uuid().nullable(),
  /** Save without proof: kept beside what works. */
  asDraft: z.boolean(),
});
export type SaveProfileInput = z.infer<typeof saveProfileInputSchema>;

export const proofReportSchema = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.string(),
});

export const mailContract = {
  /** All profiles in the order of their names. */
  listProfiles: query('mail.view').output(
    z.strictObject({ revision: z.int(), profiles: z.array(profileSummarySchema) }),
  ),
  getProfile: query('mail.view')
    .input(id)
    .output(z.strictObject({ revision: z.int(), profile: profileDetailsSchema })),
  /** Saves values that a proof has passed, or a draft. PROOF_REQUIRED, CONFLICT, SECRET_REQUIRED, VAULT_LOCKED … */
  saveProfile: command('mail.edit')
    .input(saveProfileInputSchema)
    .output(z.strictObject({ revision: z.int(), profile: profileDetailsSchema })),
  discardDraft: command('mail.edit').input(id.extend(revision.shape)).output(revision),
  removeProfile: command('mail.delete').input(id.extend(revision.shape)).output(revision),
  setDefaultProfile: command('mail.edit').input(id.extend(revision.shape)).output(revision),
  /** Proves the given values, changes nothing. Streams; cancelling closes the connection at once. */
  proveProfile: task('mail.edit').input(proveInputSchema).output(eventIterator(proofEventSchema)),
  /** The report of a proof that this program made since it started, without secrets. */
  createProofReport: query('mail.view')
    .input(z.strictObject({ proofId: z.uuid(), format: z.enum(['html', 'json']), language: languageSchema }))
    .output(proofReportSchema),
  listPresets: query('mail.view').output(z.strictObject({ presets: z.array(presetSchema) })),
  /** Finds server data for an address: bundled table first, then SRV (RFC 6186) and MX where DNS can be asked. */
  detectSettings: query('mail.view')
    .input(z.strictObject({ address: emailAddressSchema }))
    .output(detectionSchema),
  /** Reads PEM text; INVALID_INPUT (`certificate`) when it is none. Of several (`found`) it gives the authority. */
  readCertificate: query('mail.view')
    .input(z.strictObject({ pem: z.string().max(65_536) }))
    .output(z.strictObject({ certificate: certificateSchema, found: z.int() })),
};
