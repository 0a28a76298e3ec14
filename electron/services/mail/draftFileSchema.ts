import { z } from 'zod';
import { displayNameSchema, emailAddressSchema, hostNameSchema } from '../../contract/mail/address.ts';
import {
  folderPathSchema,
  maxConnectionsSchema,
  portSchema,
  profileNameSchema,
  timeoutSchema,
} from '../../contract/mail/profile.ts';
import { accountNameSchema } from '../../contract/mail/secret.ts';
import { encryptionSchema } from '../../contract/proof/finding.ts';
import { draftPasswordSchema as password } from '../draft/draftPassword.ts';
import { draftTrustSchema as trust } from '../draft/draftTrust.ts';

const shared = {
  name: profileNameSchema,
  from: z.strictObject({ address: emailAddressSchema, displayName: displayNameSchema.nullish() }),
  testRecipient: emailAddressSchema.nullish(),
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

/** The draft file, field by field; `README.md` beside this file shows one. Null means the same as left out. */
export const draftFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('smtp'),
    ...shared,
    host: hostNameSchema,
    port: portSchema,
    encryption: encryptionSchema,
    trust,
    authentication: z.discriminatedUnion('mode', [
      /** An account may stay in the file while the relay is tried without one; it is not used. */
      z.strictObject({
        mode: z.literal('none'),
        username: accountNameSchema.nullish(),
        password: password.nullish(),
      }),
      z.strictObject({ mode: z.literal('password'), username: accountNameSchema, password }),
    ]),
    clientName: hostNameSchema.nullish(),
    timeoutMs: timeoutSchema.nullish(),
    maxConnections: maxConnectionsSchema.nullish(),
    arrival: arrival.nullish(),
  }),
  z.strictObject({ kind: z.literal('capture'), ...shared }),
  z.strictObject({ kind: z.literal('pickup'), ...shared, folder: folderPathSchema }),
]);
export type DraftFile = z.infer<typeof draftFileSchema>;
