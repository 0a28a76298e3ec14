import { z } from 'zod';

/** Who can put it right. */
export const actors = [
  'user',
  'sender',
  'mailAdministrator',
  'recipientAdministrator',
  'directoryAdministrator',
  'tenantAdministrator',
  'consoleAdministrator',
  'network',
  'wait',
] as const;
export const actorSchema = z.enum(actors);
export type Actor = z.infer<typeof actorSchema>;

export const encryptions = ['none', 'starttlsIfOffered', 'starttls', 'tls'] as const;
export const encryptionSchema = z.enum(encryptions);
export type Encryption = z.infer<typeof encryptionSchema>;

/** A change of the form (never of what is saved) that would solve a finding. */
export const formChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('trustCertificate'),
    pem: z.string(),
    subject: z.string(),
    fingerprint: z.string(),
  }),
  z.strictObject({ change: z.literal('setConnection'), encryption: encryptionSchema, port: z.int() }),
  z.strictObject({ change: z.literal('setHost'), host: z.string() }),
  z.strictObject({ change: z.literal('setSender'), address: z.string() }),
  z.strictObject({ change: z.literal('setAuthentication'), mode: z.enum(['none', 'password']) }),
  z.strictObject({ change: z.literal('typePassword') }),
  z.strictObject({ change: z.literal('typeClientSecret') }),
]);
export type FormChange = z.infer<typeof formChangeSchema>;

/**
 * What a stage found out. Texts are looked up by code: `findings.<code>.title`, `.cause`, `.remedy`,
 * with the parameters put in.
 */
export const findingSchema = z.strictObject({
  code: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** `error` fails the stage; `warning` and `note` leave it passed. */
  severity: z.enum(['error', 'warning', 'note']),
  who: actorSchema,
  /** False: the same attempt may succeed later without any change. */
  permanent: z.boolean(),
  parameters: z.record(z.string(), z.string()),
  changes: z.array(formChangeSchema),
  /** A line of PowerShell to copy, the same in every language; left out where none helps. */
  command: z.string().optional(),
  /**
   * The identity that reads a directory was refused: for half an hour nobody who asks signs in with it, unless its name or password
   * is changed or a proof of what is in force passes meanwhile. Left out: nothing waits.
   */
  isPaused: z.literal(true).optional(),
});
export type Finding = z.infer<typeof findingSchema>;
