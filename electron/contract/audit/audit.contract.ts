import { z } from 'zod';
import { command, exportQuery, query } from '../operation.ts';
import { auditDetailsSchema, auditFilterSchema, auditSummarySchema } from './entry.ts';

export const auditContract = {
  /** The newest first; the next page begins below the last number of this one, null: with the newest. */
  listEntries: query('audit.view')
    .input(
      z.strictObject({
        filter: auditFilterSchema,
        below: z.int().positive().nullable(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(z.strictObject({ entries: z.array(auditSummarySchema) })),
  /** NOT_FOUND also for an entry that was dropped because of its age. */
  getEntry: query('audit.view')
    .input(z.strictObject({ number: z.int().positive() }))
    .output(auditDetailsSchema),
  /**
   * Reads the whole chain. `brokenAt`: the first number that does not fit what came before it; null: everything does. `cut`:
   * entries from `from` up to `until` are gone; `from` null: others stand in their place; `until` null: what was known of
   * them outside the database cannot be read.
   */
  verifyChain: query('audit.view').output(
    z.strictObject({
      checked: z.int(),
      brokenAt: z.int().nullable(),
      cut: z.strictObject({ from: z.int().nullable(), until: z.int().nullable() }).nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** Takes the entries that there are for all, so that the next cut is found out. ADMINISTRATOR_REQUIRED. */
  acceptEnd: command('audit.edit', { subject: null }).output(z.strictObject({})),
  /**
   * The entries as a file, the newest first: CSV (RFC 4180, UTF-8 with BOM), safe to open in a spreadsheet, or JSON.
   * `isWhole` false: there are more than one file takes.
   */
  exportEntries: exportQuery('audit.view')
    .input(z.strictObject({ filter: auditFilterSchema, format: z.enum(['csv', 'json']) }))
    .output(
      z.strictObject({
        fileName: z.string(),
        mediaType: z.string(),
        base64: z.string(),
        entries: z.int(),
        isWhole: z.boolean(),
      }),
    ),
};
