import { z } from 'zod';
import { plainText } from '../plainText.ts';
import { trimmedText } from '../trimmed.ts';
import { encryptionSchema } from '../proof/finding.ts';
import { proofRecordSchema } from '../proof/proof.ts';
import { displayNameSchema, emailAddressSchema, hostNameSchema } from './address.ts';
import { authenticationOf, signInOf, tokenSignInOf } from './authentication.ts';
import { exchangeUrlSchema, exchangeVersionSchema } from './exchange.ts';
import { passwordViewSchema, passwordWriteSchema } from './secret.ts';

export const profileKinds = ['smtp', 'microsoft365', 'exchange', 'outlook', 'capture', 'pickup'] as const;
export const profileKindSchema = z.enum(profileKinds);
export type ProfileKind = z.infer<typeof profileKindSchema>;

export const profileNameSchema = plainText(z.string().trim().min(1).max(64));

/** Time limit of one stage in ms (REQUIREMENTS M13). */
export const timeoutSchema = z.int().min(100).max(600_000);
export const defaultTimeoutMs = 30_000;

/** How many connections a profile may have at once (REQUIREMENTS U21). */
export const maxConnectionsSchema = z.int().min(1).max(100);

export const portSchema = z.int().min(1).max(65_535);

export const trustSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('system') }),
  /** One added CA certificate, PEM (RFC 7468), beside the system's store. */
  z.strictObject({ mode: z.literal('certificate'), pem: z.string().min(1).max(65_536) }),
]);
export type Trust = z.infer<typeof trustSchema>;

const senderSchema = z.strictObject({ address: emailAddressSchema, displayName: displayNameSchema });
export type Sender = z.infer<typeof senderSchema>;

/** Where the proof looks for the message that it sent (stage `arrive`). */
const arrivalOf = <Secret extends z.ZodType>(secret: Secret) =>
  z.strictObject({
    protocol: z.enum(['imap', 'pop3']),
    host: hostNameSchema,
    port: portSchema,
    encryption: z.enum(['starttls', 'tls']),
    trust: trustSchema,
    authentication: signInOf(secret),
  });

/** From a root of either system: a drive, a share or `/`. */
const absolutePath = /^(?:[A-Za-z]:[\\/]|\\\\[^\\/]|\/)/;

/** A folder by its path, whole or relative. */
export const folderPathSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(1_024)
  .refine((value) => !/\p{Cc}/u.test(value), { params: { code: 'controlCharacter' } });

/** A pickup folder. A relative path would mean another folder in each way of starting the program. */
export const folderSchema = folderPathSchema.refine((value) => absolutePath.test(value), {
  params: { code: 'absolutePath' },
});

const shared = { name: profileNameSchema, from: senderSchema, testRecipient: emailAddressSchema.nullable() };

/** The shape of a profile's values around the shape that its secrets have (written, viewed or stored). */
export const profileValuesOf = <Secret extends z.ZodType>(secret: Secret) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('smtp'),
      ...shared,
      host: hostNameSchema,
      port: portSchema,
      encryption: encryptionSchema,
      trust: trustSchema,
      authentication: authenticationOf(secret),
      /** The name given in EHLO (RFC 5321 4.1.1.1); null: the machine's own. */
      clientName: hostNameSchema.nullable(),
      timeoutMs: timeoutSchema,
      /**
       * Connections to this server with this account at once, whichever profile or mail opens them (REQUIREMENTS U21);
       * null: no limit. Those with which a proof looks into the mailbox do not count.
       */
      maxConnections: maxConnectionsSchema.nullable(),
      arrival: arrivalOf(secret).nullable(),
    }),
    /** Microsoft Graph (REQUIREMENTS B07): where it is follows from the cloud. */
    z.strictObject({
      kind: z.literal('microsoft365'),
      ...shared,
      authentication: tokenSignInOf(secret),
      trust: trustSchema,
      timeoutMs: timeoutSchema,
    }),
    /** Exchange Web Services (REQUIREMENTS A05). */
    z.strictObject({
      kind: z.literal('exchange'),
      ...shared,
      url: exchangeUrlSchema,
      exchangeVersion: exchangeVersionSchema,
      authentication: signInOf(secret),
      trust: trustSchema,
      timeoutMs: timeoutSchema,
    }),
    /** The Outlook of this machine (REQUIREMENTS A03). `mailbox`: a shared one that is set up in it; null: its own. */
    z.strictObject({
      kind: z.literal('outlook'),
      ...shared,
      mailbox: plainText(trimmedText().min(1).max(256)).nullable(),
      timeoutMs: timeoutSchema,
    }),
    z.strictObject({ kind: z.literal('capture'), ...shared }),
    z.strictObject({ kind: z.literal('pickup'), ...shared, folder: folderSchema }),
  ]);

/** A profile as a form or a script writes it. */
export const profileWriteSchema = profileValuesOf(passwordWriteSchema);
export type ProfileWrite = z.infer<typeof profileWriteSchema>;
export type SmtpWrite = Extract<ProfileWrite, { kind: 'smtp' }>;

/** A profile as everybody may read it: no secret in it. */
export const profileViewSchema = profileValuesOf(passwordViewSchema);
export type ProfileView = z.infer<typeof profileViewSchema>;
export type SmtpView = Extract<ProfileView, { kind: 'smtp' }>;

/** `changed`: its values are no longer those that were proven. */
export const profileStateSchema = z.enum(['proven', 'failed', 'changed', 'neverProven', 'draft']);
export type ProfileState = z.infer<typeof profileStateSchema>;

export const profileSummarySchema = z.strictObject({
  id: z.uuid(),
  /** The folder that it lies in (REQUIREMENTS U29); null: in none. */
  folderId: z.uuid().nullable(),
  name: z.string(),
  kind: profileKindSchema,
  /** `host:port`, the address of EWS, the mailbox or the folder; empty for the built-in mailbox and for Outlook's own one. */
  target: z.string(),
  isDefault: z.boolean(),
  state: profileStateSchema,
  /** The stage after which the proof of a proven profile stopped, although it has another one; null: it went all the way. */
  provenOnlyUntil: z.enum(['envelope', 'deliver']).nullable(),
  /** A draft waits beside the values that are in force. */
  hasDraft: z.boolean(),
  proof: proofRecordSchema.nullable(),
});
export type ProfileSummary = z.infer<typeof profileSummarySchema>;

export const profileDetailsSchema = z.strictObject({
  summary: profileSummarySchema,
  /** What is in force; null when there is only a draft. */
  values: profileViewSchema.nullable(),
  draft: profileViewSchema.nullable(),
});
export type ProfileDetails = z.infer<typeof profileDetailsSchema>;
