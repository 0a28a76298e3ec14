import { z } from 'zod';
import { oauthClientOf } from '../oauth/oauthClient.ts';
import { plainText } from '../plainText.ts';
import { trimmedText } from '../trimmed.ts';
import { userNameSchema } from './secret.ts';

/** RFC 4616; draft-murchison-sasl-login; RFC 2195. */
export const passwordMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;
export const passwordMechanismSchema = z.enum(passwordMechanisms);
export type PasswordMechanism = z.infer<typeof passwordMechanismSchema>;

/** Google's and Microsoft's own one; RFC 7628. */
export const tokenMechanisms = ['XOAUTH2', 'OAUTHBEARER'] as const;
export const tokenMechanismSchema = z.enum(tokenMechanisms);
export type TokenMechanism = z.infer<typeof tokenMechanismSchema>;

export const signInModes = ['none', 'password', 'ntlm', 'kerberos', 'oauth2'] as const;

/** Windows domain of a user name (REQUIREMENTS M12); empty: none, or it stands in the user name. */
export const windowsDomainSchema = plainText(trimmedText().max(255));

/** `service/host`, `service/host@REALM` or `service@host` (RFC 4120, 6.2; RFC 2743, 4.1). */
export const servicePrincipalSchema = plainText(trimmedText().min(1).max(512)).refine(
  (value) => /^[^\s/@]+[/@][^\s/@]+(?:@[^\s/@]+)?$/.test(value),
  { params: { code: 'servicePrincipal' } },
);

const none = z.strictObject({ mode: z.literal('none') });

/** Ways to sign in to a server, around the shape of their secrets (written, viewed or stored). */
const waysOf = <Secret extends z.ZodType>(secret: Secret) =>
  [
    z.strictObject({
      mode: z.literal('password'),
      userName: userNameSchema,
      password: secret,
      /** Null: the best one that is offered. */
      mechanism: passwordMechanismSchema.nullable(),
    }),
    /** NTLMv2 (MS-NLMP). */
    z.strictObject({
      mode: z.literal('ntlm'),
      domain: windowsDomainSchema,
      userName: userNameSchema,
      password: secret,
    }),
    /** The identity that the program runs under (REQUIREMENTS M04); null: the service of the server's own name. */
    z.strictObject({ mode: z.literal('kerberos'), servicePrincipal: servicePrincipalSchema.nullable() }),
    z.strictObject({
      mode: z.literal('oauth2'),
      /** The mailbox. */
      userName: userNameSchema,
      /** Null: XOAUTH2 where it is offered, else OAUTHBEARER. Without meaning for HTTP. */
      mechanism: tokenMechanismSchema.nullable(),
      client: oauthClientOf(secret),
    }),
  ] as const;

export const authenticationOf = <Secret extends z.ZodType>(secret: Secret) =>
  z.discriminatedUnion('mode', [none, ...waysOf(secret)]);

/** A mailbox, and Exchange, let nobody in without a sign-in. */
export const signInOf = <Secret extends z.ZodType>(secret: Secret) =>
  z.discriminatedUnion('mode', [...waysOf(secret)]);

/** Microsoft Graph takes nothing but a token. */
export const tokenSignInOf = <Secret extends z.ZodType>(secret: Secret) => waysOf(secret)[3];
