import { z } from 'zod';
import { displayNameSchema, emailAddressSchema, hostNameSchema } from '../../contract/mail/address.ts';
import {
  folderPathSchema,
  portSchema,
  profileNameSchema,
  timeoutSchema,
} from '../../contract/mail/profile.ts';
import { accountNameSchema, environmentNameSchema, typedSecretSchema } from '../../contract/mail/secret.ts';
import { encryptionSchema } from '../../contract/proof/finding.ts';

const password = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('value'), value: typedSecretSchema }),
  z.strictObject({ source: z.literal('environment'), name: environmentNameSchema }),
  z.strictObject({ source: z.literal('vault') }),
]);
export type DraftPassword = z.infer<typeof password>;

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
  username: accountNameSchema,
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
      z.strictObject({ mode: z.literal('password'), username: accountNameSchema, password }),
    ]),
    clientName: hostNameSchema.optional(),
    timeoutMs: timeoutSchema.optional(),
    arrival: arrival.optional(),
  }),
  z.strictObject({ kind: z.literal('capture'), ...shared }),
  z.strictObject({ kind: z.literal('pickup'), ...shared, folder: folderPathSchema }),
]);
export type DraftFile = z.infer<typeof draftFileSchema>;
