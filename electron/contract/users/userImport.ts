import { z } from 'zod';
import { fieldIssueSchema } from '../failures.ts';

/** What an import takes at most; a call of the browser carries no more than 1 MiB. */
export const importLimits = { bytes: 716_800, rows: 10_000, columns: 50 } as const;

const base64Length = Math.ceil(importLimits.bytes / 3) * 4;

export const importRequestSchema = z.strictObject({
  /** The file as it is: CSV (RFC 4180) in UTF-8, with or without BOM, its first line the names of the columns. */
  base64: z.base64().max(base64Length),
});

/** A fault: `line` counts from 1; `column` as the file names it, null: the whole row. Codes as in `fieldErrors:codes`. */
export const importFaultSchema = fieldIssueSchema
  .omit({ path: true })
  .extend({ line: z.int(), column: z.string().nullable() });
export type ImportFault = z.infer<typeof importFaultSchema>;

export const importRowSchema = z.strictObject({
  line: z.int(),
  name: z.string(),
  verdict: z.enum(['add', 'change', 'unchanged', 'refused']),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importReportSchema = z.strictObject({
  /** Those of the file come first, and then there are no rows: it could not be read. */
  faults: z.array(importFaultSchema),
  rows: z.array(importRowSchema),
  /** True: every row is in force now. */
  isApplied: z.boolean(),
});
export type ImportReport = z.infer<typeof importReportSchema>;
