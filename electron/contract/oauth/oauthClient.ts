import { z } from 'zod';
import { fieldOf } from '../mail/field.ts';
import { accountNameSchema } from '../mail/secret.ts';
import { plainText } from '../plainText.ts';
import { trimmedText } from '../trimmed.ts';
import { isSafeAddress } from './safeAddress.ts';

/** Microsoft's clouds (REQUIREMENTS A06); where each one is: `cloudPlaces.ts`. */
export const clouds = ['global', 'usGccHigh', 'china'] as const;
export const cloudSchema = z.enum(clouds);
export type Cloud = z.infer<typeof cloudSchema>;

export const oauthProviders = ['microsoft', 'google', 'openid'] as const;
export const oauthProviderSchema = z.enum(oauthProviders);
export type OAuthProvider = z.infer<typeof oauthProviderSchema>;

/** RFC 6749, 4.4; 4.1 with RFC 7636 (PKCE); RFC 8628; RFC 6749, 4.3 (ROPC). */
export const oauthFlows = ['clientCredentials', 'authorizationCode', 'deviceCode', 'ropc'] as const;
export const oauthFlowSchema = z.enum(oauthFlows);
export type OAuthFlow = z.infer<typeof oauthFlowSchema>;

/** A directory by its id, or by one of its domains; also `common`, `organizations` and `consumers`. */
export const tenantIdSchema = trimmedText()
  .min(1, { abort: true })
  .max(253)
  .refine((value) => /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(value), {
    params: { code: 'tenantId' },
  });

export const clientIdSchema = plainText(trimmedText().min(1).max(512)).refine((value) => !/\s/.test(value), {
  params: { code: 'unusableCharacter' },
});

/** What the WHATWG's URLs lose, or read as a slash. */
const unusable = /[\p{Cc}\p{Cs}\\]/u;

const isProviderUrl = (value: string): boolean => !unusable.test(value) && isSafeAddress(value);

export const providerUrlSchema = trimmedText()
  .min(1, { abort: true })
  .max(2_048)
  .refine(isProviderUrl, { params: { code: 'providerUrl' } });

/** Scopes (RFC 6749, 3.3), separated by spaces. */
export const scopesSchema = trimmedText()
  .max(2_048)
  .refine((value) => /^[\x21\x23-\x5b\x5d-\x7e ]*$/.test(value), { params: { code: 'unusableCharacter' } });

const endpointsSchema = z.discriminatedUnion('found', [
  /** By OpenID Connect Discovery 1.0, below the issuer. */
  z.strictObject({ found: z.literal('discovered'), issuer: providerUrlSchema }),
  z.strictObject({
    found: z.literal('typed'),
    authorization: providerUrlSchema.nullable(),
    token: providerUrlSchema,
    /** RFC 8628, 3.1; null: the provider has none. */
    device: providerUrlSchema.nullable(),
  }),
]);
export type ProviderEndpoints = z.infer<typeof endpointsSchema>;

/** Who gives the tokens. */
const placeSchema = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('microsoft'),
    cloud: cloudSchema,
    tenantId: fieldOf(tenantIdSchema),
  }),
  z.strictObject({ provider: z.literal('google') }),
  z.strictObject({ provider: z.literal('openid'), endpoints: endpointsSchema, scopes: scopesSchema }),
]);
export type OAuthPlace = z.infer<typeof placeSchema>;

/** How the application proves who it is. */
const proofOf = <Secret extends z.ZodType>(secret: Secret) =>
  z.discriminatedUnion('kind', [
    /** A public client (RFC 6749, 2.1). */
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('secret'),
      secret,
      /** The last day of its life, as the person read it where it was made; null: not told. */
      expiresOn: z.iso.date().nullable(),
    }),
    /** `certificate`: PEM, the leaf first; `secret`: its private key, PEM (PKCS#8) without a passphrase. */
    z.strictObject({ kind: z.literal('certificate'), certificate: z.string().min(1).max(65_536), secret }),
  ]);

/** How the application comes to a token. */
const grantOf = <Secret extends z.ZodType>(secret: Secret) =>
  z.discriminatedUnion('flow', [
    z.strictObject({ flow: z.literal('clientCredentials') }),
    z.strictObject({
      flow: z.literal('authorizationCode'),
      /** The account that signs in, where it is another one than the mailbox (a shared one); left out: the mailbox. */
      loginHint: accountNameSchema.exactOptional(),
    }),
    z.strictObject({ flow: z.literal('deviceCode') }),
    /** The account whose password is given away; it may be another one than the mailbox. */
    z.strictObject({ flow: z.literal('ropc'), userName: fieldOf(accountNameSchema), password: secret }),
  ]);

/** An application registered at a provider, around the shape of its secrets (written, viewed or stored). */
export const oauthClientOf = <Secret extends z.ZodType>(secret: Secret) =>
  z.strictObject({
    place: placeSchema,
    clientId: fieldOf(clientIdSchema),
    proof: proofOf(secret),
    grant: grantOf(secret),
  });
