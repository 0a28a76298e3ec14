import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { languageSchema } from '../languages.ts';
import { command, query, task } from '../operation.ts';
import { certificateSchema } from '../proof/evidence.ts';
import { proofEventSchema } from '../proof/proof.ts';
import { emailAddressSchema } from './address.ts';
import { detectionSchema, presetSchema } from './preset.ts';
import { endingSchema } from './radar.ts';
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
  /** Null: as `proofRecipient` says. */
  recipient: emailAddressSchema.nullable(),
  until: proofLimitSchema,
  /** Language of the test message. */
  language: languageSchema,
});
export type ProveInput = z.infer<typeof proveInputSchema>;

export const saveProfileInputSchema = z
  .strictObject({
    revision: z.int().nonnegative(),
    id: z.uuid().nullable(),
    values: profileWriteSchema,
    keepFrom: keepFromSchema.optional(),
    /** Where a new profile will lie; left out or null: in no folder. One that is there is moved with `moveProfile`. */
    folderId: z.uuid().nullable().optional(),
    /** The proof that was made with exactly these values; null together with `asDraft`. */
    proofId: z.uuid().nullable(),
    /** Save without proof: kept beside what works. */
    asDraft: z.boolean(),
  })
  .refine(({ id, folderId }) => id === null || folderId === undefined, { path: ['folderId'] });
export type SaveProfileInput = z.infer<typeof saveProfileInputSchema>;

export const proofReportSchema = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.string(),
});

/**
 * Rights count in the folder of the profile (REQUIREMENTS U29). Who may not see a profile gets NOT_FOUND for it, so that
 * nobody learns that it is there.
 */
export const mailContract = {
  /** Those that the caller may see, in the order of their names. */
  listProfiles: query('mail.view', 'inAFolder').output(
    z.strictObject({ revision: z.int(), profiles: z.array(profileSummarySchema) }),
  ),
  getProfile: query('mail.view', 'inAFolder')
    .input(id)
    .output(z.strictObject({ revision: z.int(), profile: profileDetailsSchema })),
  /**
   * Saves values that a proof has passed, or a draft. INVALID_INPUT also for a variable of the environment that the profile
   * does not use so already, by who holds the right in a folder alone. PROOF_REQUIRED, CONFLICT, SECRET_REQUIRED, VAULT_LOCKED …
   */
  saveProfile: command('mail.view', { subject: 'values.name' }, 'inAFolder')
    .route({ description: 'Also mail.create for a new profile, mail.edit for one that is there.' })
    .input(saveProfileInputSchema)
    .output(z.strictObject({ revision: z.int(), profile: profileDetailsSchema })),
  discardDraft: command(['mail.view', 'mail.edit'], { subject: 'id' }, 'inAFolder')
    .input(id.extend(revision.shape))
    .output(revision),
  removeProfile: command(['mail.view', 'mail.delete'], { subject: 'id' }, 'inAFolder')
    .input(id.extend(revision.shape))
    .output(revision),
  /**
   * Puts a profile into another folder; null: into none. CONFLICT; NOT_ALLOWED also when the caller would gain a right
   * over it by that.
   */
  moveProfile: command(['mail.view', 'mail.edit'], { subject: 'id' }, 'inAFolder')
    .route({ description: 'Both for the folder that it leaves and for the one that it gets into.' })
    .input(id.extend({ ...revision.shape, folderId: z.uuid().nullable() }))
    .output(revision),
  /** Needs the right everywhere: mail without a profile of its own goes through the default one, whoever sends it. */
  setDefaultProfile: command(['mail.view', 'mail.edit'], { subject: 'id' })
    .input(id.extend(revision.shape))
    .output(revision),
  /**
   * Proves the given values, changes nothing. INVALID_INPUT as `saveProfile`. Streams; cancelling closes the connection
   * at once.
   */
  proveProfile: task('mail.view', { subject: 'values.name' }, 'inAFolder')
    .route({ description: 'Also mail.create or mail.edit, for a new profile in any folder.' })
    .input(proveInputSchema)
    .output(eventIterator(proofEventSchema)),
  /** The report of a proof that this program made since it started, without secrets. Who asked for the proof gets it always. */
  createProofReport: query('mail.view', 'inAFolder')
    .input(z.strictObject({ proofId: z.uuid(), format: z.enum(['html', 'json']), language: languageSchema }))
    .output(proofReportSchema),
  /** What ends at providers and in protocols, and which profiles it concerns, in force and as drafts: those that the caller may see. */
  listEndings: query('mail.view', 'inAFolder').output(
    z.strictObject({
      endings: z.array(endingSchema),
      profiles: z.array(
        z.strictObject({
          profileId: z.uuid(),
          profileName: z.string(),
          /** Of what is in force. */
          endings: z.array(endingSchema),
          draft: z.array(endingSchema),
        }),
      ),
    }),
  ),
  listPresets: query('mail.view', 'inAFolder').output(z.strictObject({ presets: z.array(presetSchema) })),
  /** Finds server data for an address: bundled table first, then SRV (RFC 6186) and MX where DNS can be asked. */
  detectSettings: query('mail.view', 'inAFolder')
    .input(z.strictObject({ address: emailAddressSchema }))
    .output(detectionSchema),
  /**
   * Reads the certificate of an application and unlocks its private key: PEM text, or PKCS#12 (PFX) in base64. Gives back what
   * was typed, ready to be written; nothing is kept. INVALID_INPUT at `content` (`certificate`, `privateKeyMissing`,
   * `privateKeyOther`, `tooCostly`), at `passphrase` (`passphraseWrong`, `passphraseNeeded`).
   */
  readClientCertificate: query(null)
    .input(
      z.strictObject({
        content: z.string().min(1).max(131_072),
        passphrase: z.string().max(1_024).nullable(),
      }),
    )
    .output(
      z.strictObject({
        certificate: certificateSchema,
        /** PEM, the leaf first. */
        chain: z.string(),
        /** PEM (PKCS#8), without a passphrase. */
        privateKey: z.string(),
      }),
    ),
  /** Forgets the tokens of a profile: the next mail through it needs somebody to sign in again. */
  signOut: command(['mail.view', 'mail.edit'], { subject: 'id' }, 'inAFolder')
    .input(id)
    .output(z.strictObject({ forgotten: z.boolean() })),
  /** Reads PEM text; INVALID_INPUT (`certificate`) when it is none. Of several (`found`) it gives the authority. */
  readCertificate: query(null)
    .input(z.strictObject({ pem: z.string().max(65_536) }))
    .output(z.strictObject({ certificate: certificateSchema, found: z.int() })),
};
