import { z } from 'zod';
import {
  passwordMechanismSchema,
  servicePrincipalSchema,
  tokenMechanismSchema,
  windowsDomainSchema,
} from '../../../contract/mail/authentication.ts';
import { accountNameSchema } from '../../../contract/mail/secret.ts';
import {
  clientIdSchema,
  cloudSchema,
  oauthFlowSchema,
  oauthProviderSchema,
  providerUrlSchema,
  scopesSchema,
  tenantIdSchema,
} from '../../../contract/oauth/oauthClient.ts';
import { draftPasswordSchema as password } from '../../draft/draftPassword.ts';

/** `file`: PEM or PKCS#12, or PEM text itself. */
const certificate = z.strictObject({
  file: z.string().trim().min(1).max(65_536),
  passphrase: z.discriminatedUnion('source', [password.options[0], password.options[1]]).nullish(),
});

const endpoints = z.strictObject({
  authorization: providerUrlSchema.nullish(),
  token: providerUrlSchema,
  device: providerUrlSchema.nullish(),
});

/** OAuth 2.1 has no implicit flow any more (RFC 9700, 2.1.2). */
const flow = z
  .string()
  .refine((value) => value !== 'implicit', { params: { code: 'implicitFlow' }, abort: true })
  .pipe(oauthFlowSchema);

export const draftTokenSchema = z.strictObject({
  mode: z.literal('oauth2'),
  provider: oauthProviderSchema,
  flow,
  cloud: cloudSchema.nullish(),
  /** Microsoft: `https://<login host>/<tenant>`; others: the issuer. */
  authority: providerUrlSchema.nullish(),
  endpoints: endpoints.nullish(),
  tenantId: tenantIdSchema.nullish(),
  clientId: clientIdSchema,
  clientSecret: password.nullish(),
  certificate: certificate.nullish(),
  scopes: z.union([scopesSchema, z.array(scopesSchema)]).nullish(),
  /** The account that signs in. */
  username: accountNameSchema.nullish(),
  password: password.nullish(),
  /** The mailbox, where it is another one than the account. */
  mailbox: accountNameSchema.nullish(),
  mechanism: tokenMechanismSchema.nullish(),
});
export type DraftToken = z.infer<typeof draftTokenSchema>;

/** An account may stay in the file while the relay is tried without one; it is not used. */
const none = z.strictObject({
  mode: z.literal('none'),
  username: accountNameSchema.nullish(),
  password: password.nullish(),
});

const ways = [
  z.strictObject({
    mode: z.literal('password'),
    username: accountNameSchema,
    password,
    mechanism: passwordMechanismSchema.nullish(),
  }),
  z.strictObject({
    mode: z.literal('ntlm'),
    domain: windowsDomainSchema.nullish(),
    username: accountNameSchema,
    password,
  }),
  z.strictObject({ mode: z.literal('kerberos'), servicePrincipal: servicePrincipalSchema.nullish() }),
  draftTokenSchema,
] as const;

export const draftAuthenticationSchema = z.discriminatedUnion('mode', [none, ...ways]);
export const draftSignInSchema = z.discriminatedUnion('mode', [...ways]);
export type DraftSignIn = z.infer<typeof draftSignInSchema>;
