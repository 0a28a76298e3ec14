import { z } from 'zod';
import { oauthFlowSchema } from '../oauth/oauthClient.ts';
import { encryptionSchema } from '../proof/finding.ts';

export const presetSchema = z.strictObject({
  /**
   * Texts in `presets.json`: `<name>.title`, `.action` (in one sentence), `.steps` (one a line), `.oauthSteps` (those
   * with a token, where they are others), `.truth` (why).
   */
  name: z.enum(['internalRelay', 'google', 'microsoft365', 'outlookCom', 'yahoo', 'gmx']),
  host: z.string().nullable(),
  port: z.int(),
  encryption: encryptionSchema,
  authentication: z.enum(['none', 'password']),
  /** False: a user name and password cannot work there at present. */
  passwordWorks: z.boolean(),
  /** Whose tokens are taken there, and how an application usually comes to one; null: none are. */
  oauth: z
    .strictObject({
      provider: z.enum(['microsoft', 'google']),
      flow: oauthFlowSchema,
      /** The tenant of everybody there; null: each has one of its own, or the provider knows none. */
      tenantId: z.string().nullable(),
    })
    .nullable(),
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
  /**
   * `table`, `srv`, `mx`: somebody says so. `name`, `exchanger`: the name exists in DNS, and nothing says what it is for:
   * `mail.` or `smtp.` of the domain, or the domain's own mail exchanger, which takes mail for that domain.
   */
  foundBy: z.enum(['table', 'srv', 'mx', 'name', 'exchanger']),
});
export type DetectionCandidate = z.infer<typeof detectionCandidateSchema>;

export const detectionSchema = z.strictObject({
  candidates: z.array(detectionCandidateSchema),
  /** True: the bundled table did not know the domain, and DNS gave no answer. */
  dnsSilent: z.boolean(),
});
export type Detection = z.infer<typeof detectionSchema>;
