import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { languageSchema } from '../languages.ts';
import { keepFromSchema, proofReportSchema } from '../mail/mail.contract.ts';
import { profileStateSchema } from '../mail/profile.ts';
import { command, query, task } from '../operation.ts';
import { proofEventSchema, proofRecordSchema, stageNameSchema } from '../proof/proof.ts';
import { directoryViewSchema, directoryWriteSchema } from './directoryValues.ts';

const revision = z.strictObject({ revision: z.int().nonnegative() });

/** The directory as it is set, as it waits, and what the last proof of what is in force said. */
export const directoryDetailsSchema = revision.extend({
  /** In force; null: none is set, or only a draft. */
  values: directoryViewSchema.nullable(),
  draft: directoryViewSchema.nullable(),
  /** Null: none is set. */
  state: profileStateSchema.nullable(),
  proof: proofRecordSchema.nullable(),
});
export type DirectoryDetails = z.infer<typeof directoryDetailsSchema>;

export const proveDirectoryInputSchema = z.strictObject({
  values: directoryWriteSchema,
  keepFrom: keepFromSchema.optional(),
  /** Somebody whose groups are read, as people sign in (U19); null: the identity that reads. */
  testUser: z.string().trim().min(1).max(320).nullable(),
  /**
   * Only these, and of controllers only this one, which has to be one of those that are typed or announced; null: all. Such a
   * proof never counts as one of the values.
   */
  stages: z.array(stageNameSchema).min(1).nullable(),
  controller: z.string().max(253).nullable(),
});
export type ProveDirectoryInput = z.infer<typeof proveDirectoryInputSchema>;

export const saveDirectoryInputSchema = revision.extend({
  values: directoryWriteSchema,
  keepFrom: keepFromSchema.optional(),
  /** The proof that was made with exactly these values; null together with `asDraft`, or where nothing that is proven changed. */
  proofId: z.uuid().nullable(),
  asDraft: z.boolean(),
});
export type SaveDirectoryInput = z.infer<typeof saveDirectoryInputSchema>;

/** Active Directory: how it is reached. Nothing is ever written to it (U14). */
export const directoryContract = {
  getSettings: query('directory.view').output(directoryDetailsSchema),
  /**
   * Saves values that a proof has passed, or a draft. ADMINISTRATOR_REQUIRED for values in force: the directory says who gets in,
   * and as what. PROOF_REQUIRED, CONFLICT, SECRET_REQUIRED, INVALID_INPUT, VAULT_LOCKED …
   */
  saveSettings: command(['directory.view', 'directory.edit'], { subject: 'values.domain' })
    .input(saveDirectoryInputSchema)
    .output(directoryDetailsSchema),
  /** CONFLICT; NOT_FOUND when there is none. */
  discardDraft: command(['directory.view', 'directory.edit'], { subject: null })
    .input(revision)
    .output(directoryDetailsSchema),
  /** What this machine says of its own domain, for a form that is still empty. */
  suggestSettings: query('directory.view').output(
    z.strictObject({
      domain: z.string().nullable(),
      /** The program can use Kerberos; else why not. */
      kerberos: z.enum(['available', 'moduleMissing', 'libraryMissing']),
    }),
  ),
};

/** Whether the directory can be used from here, proven stage by stage. */
export const directoryProofContract = {
  /**
   * Proves the given values, changes nothing; at most one bind is refused for its credentials, and none is repeated. Streams;
   * cancelling closes what is open at once.
   */
  proveSettings: task(['directory.view', 'directory.edit'], { subject: 'values.domain' })
    .input(proveDirectoryInputSchema)
    .output(eventIterator(proofEventSchema)),
  /** The report of a proof that this program made since it started, without secrets. NOT_FOUND. */
  createProofReport: query('directory.view')
    .input(z.strictObject({ proofId: z.uuid(), format: z.enum(['html', 'json']), language: languageSchema }))
    .output(proofReportSchema),
};
