import { z } from 'zod';
import { changeSchema } from '../settings/settings.contract.ts';

/** One line of the audit. */
export const auditSummarySchema = z.strictObject({
  /** Counts from 1 without a gap. */
  number: z.int().positive(),
  at: z.iso.datetime(),
  /** Null: the person who started the program, nobody, or the program itself. */
  userId: z.uuid().nullable(),
  /** Empty: nobody was signed in. */
  user: z.string(),
  door: z.string(),
  machine: z.string(),
  /** `area.verbNoun`. */
  operation: z.string(),
  /** What it was done to, by name; empty: to nothing in particular. */
  subject: z.string(),
  /** `done`, how a password was judged, or the code of the failure. */
  result: z.string(),
});
export type AuditSummary = z.infer<typeof auditSummarySchema>;

export const auditDetailsSchema = auditSummarySchema.extend({
  /** Secrets only as the word `secret`. The name of one of many things follows its path after a space. */
  changes: z.array(changeSchema),
  /** SHA-256, hex, of the entry and the hash before it. */
  hash: z.string(),
});
export type AuditDetails = z.infer<typeof auditDetailsSchema>;

/** Which entries are wanted; null: all. `until` excluded. */
export const auditFilterSchema = z.strictObject({
  from: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
  userId: z.uuid().nullable(),
  operation: z.string().max(100).nullable(),
  /** `refused`: everything that was not done. */
  outcome: z.enum(['done', 'refused']).nullable(),
  result: z.string().max(64).nullable(),
  /** Words that user, subject, machine, operation or result hold. */
  text: z.string().max(256),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** Entries in one exported file at most, the newest. */
export const mostExported = 50_000;
