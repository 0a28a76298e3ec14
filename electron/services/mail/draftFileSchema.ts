import { z } from 'zod';
import { displayNameSchema, emailAddressSchema, hostNameSchema } from '../../contract/mail/address.ts';
import { portSchema, profileNameSchema, timeoutSchema } from '../../contract/mail/profile.ts';
import { environmentNameSchema } from '../../contract/mail/secret.ts';
import { encryptionSchema } from '../../contract/proof/finding.ts';

const password = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('value'), value: z.string().min(1).max(4_096) }),
  z.strictObject({ source: z.literal('environment'), name: environmentNameSchema }),
  z.strictObject({ source: z.literal('vault') }),
]);
export type DraftPassword = z.infer<typeof password>;

const username = z.string().trim().min(1).max(512);
const trust = z.strictObject({ ca: z.string().trim().min(1).max(65_536).optional() }).optional();
export type DraftTrust = z.infer<typeof trust>;

const shared = {
  name: profileNameSchema,
  from: z.strictObject({ address: emailAddressSchema, displayName: displayNameSchema.optional() }),
  testRecipient: emailAddressSchema.optional(),
};

const arrival = z.strictObject({
  protocol: z.enum(['imap', 'pop3']),
  host: hostNameSchema,
  port: portSchema,
  encryption: z.enum(['starttls', 'tls']),
  trust,
  username,
  password,
});

/** The draft file, field by field; `README.md` beside this file shows one. */
export const draftFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('smtp'),
    ...shared,
    host: hostNameSchema,
    port: portSchema,
    encryption: encryptionSchema,
    trust,
    authentication: z.discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('none') }),
      z.strictObject({ mode: z.literal('password'), username, password }),
    ]),
    clientName: hostNameSchema.optional(),
    timeoutMs: timeoutSchema.optional(),
    arrival: arrival.optional(),
  }),
  z.strictObject({ kind: z.literal('capture'), ...shared }),
  z.strictObject({ kind: z.literal('pickup'), ...shared, folder: z.string().trim().min(1).max(1_024) }),
]);
export type DraftFile = z.infer<typeof draftFileSchema>;
