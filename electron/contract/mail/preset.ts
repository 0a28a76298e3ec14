import { z } from 'zod';
import { encryptionSchema } from '../proof/finding.ts';

export const presetSchema = z.strictObject({
  /** Texts in `presets.json`: `<name>.title`, `.truth` (what holds today), `.steps` (what to do, one a line). */
  name: z.enum(['internalRelay', 'google', 'microsoft365', 'outlookCom', 'yahoo', 'gmx']),
  host: z.string().nullable(),
  port: z.int(),
  encryption: encryptionSchema,
  authentication: z.enum(['none', 'password']),
  /** False: a user name and password cannot work there at present. */
  passwordWorks: z.boolean(),
  /** Where the statement comes from and the day on which it was looked up (ISO date). */
  source: z.string(),
  checkedOn: z.iso.date(),
});
export type Preset = z.infer<typeof presetSchema>;

export const detectionCandidateSchema = z.strictObject({
  host: z.string(),
  port: z.int(),
  encryption: encryptionSchema,
  authentication: z.enum(['none', 'password']),
  preset: presetSchema.shape.name.nullable(),
  foundBy: z.enum(['table', 'srv', 'mx']),
});
export type DetectionCandidate = z.infer<typeof detectionCandidateSchema>;

export const detectionSchema = z.strictObject({
  candidates: z.array(detectionCandidateSchema),
  /** False: DNS was not needed (the bundled table knew the domain) or did not answer. */
  dnsAsked: z.boolean(),
});
