import { z } from 'zod';
import { displayNameSchema, emailAddressSchema, hostNameSchema } from '../../../contract/mail/address.ts';
import { exchangeUrlSchema, exchangeVersionSchema } from '../../../contract/mail/exchange.ts';
import {
  folderPathSchema,
  maxConnectionsSchema,
  portSchema,
  profileNameSchema,
  timeoutSchema,
} from '../../../contract/mail/profile.ts';
import { accountNameSchema } from '../../../contract/mail/secret.ts';
import { encryptionSchema } from '../../../contract/proof/finding.ts';
import { draftPasswordSchema as password } from '../../draft/draftPassword.ts';
import { draftTrustSchema as trust } from '../../draft/draftTrust.ts';
import { draftAuthenticationSchema, draftSignInSchema, draftTokenSchema } from './draftSignInSchema.ts';

const shared = {
  name: profileNameSchema,
  from: z.strictObject({ address: emailAddressSchema, displayName: displayNameSchema.nullish() }),
  testRecipient: emailAddressSchema.nullish(),
};

const timeoutMs = timeoutSchema.nullish();

/** `username` and `password` alone mean the mode `password`. */
const arrival = z
  .strictObject({
    protocol: z.enum(['imap', 'pop3']),
    host: hostNameSchema,
    port: portSchema,
    encryption: z.enum(['starttls', 'tls']),
    trust,
    username: accountNameSchema.nullish(),
    password: password.nullish(),
    authentication: draftSignInSchema.nullish(),
  })
  .superRefine(({ authentication, ...account }, context) => {
    for (const name of ['username', 'password'] as const)
      if ((authentication ?? null) === null && (account[name] ?? null) === null)
        context.addIssue({ code: 'custom', path: [name], params: { code: 'required' } });
  });

/** The draft file, field by field; the guide of this area shows one. Null means the same as left out. */
export const draftFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('smtp'),
    ...shared,
    host: hostNameSchema,
    port: portSchema,
    encryption: encryptionSchema,
    trust,
    authentication: draftAuthenticationSchema,
    clientName: hostNameSchema.nullish(),
    timeoutMs,
    maxConnections: maxConnectionsSchema.nullish(),
    arrival: arrival.nullish(),
  }),
  z.strictObject({
    kind: z.literal('microsoft365'),
    ...shared,
    authentication: draftTokenSchema,
    ...{ trust, timeoutMs },
  }),
  z
    .strictObject({
      kind: z.literal('exchange'),
      ...shared,
      url: exchangeUrlSchema.nullish(),
      host: hostNameSchema.nullish(),
      exchangeVersion: exchangeVersionSchema.nullish(),
      authentication: draftSignInSchema,
      ...{ trust, timeoutMs },
    })
    .superRefine(({ url, host }, context) => {
      if ((url ?? host ?? null) === null)
        context.addIssue({ code: 'custom', path: ['url'], params: { code: 'required' } });
    }),
  z.strictObject({
    kind: z.literal('outlook'),
    ...shared,
    mailbox: accountNameSchema.max(256).nullish(),
    timeoutMs,
  }),
  z.strictObject({ kind: z.literal('capture'), ...shared }),
  z.strictObject({ kind: z.literal('pickup'), ...shared, folder: folderPathSchema }),
]);
export type DraftFile = z.infer<typeof draftFileSchema>;
