import { z } from 'zod';

/** What is watched: servers that are to answer, and secrets that end or grow old (REQUIREMENTS N11). */
export const watchedServerKinds = ['relay', 'mailbox', 'domain', 'controller'] as const;
export type WatchedServerKind = (typeof watchedServerKinds)[number];

/** Secrets with which a profile signs in. */
export const watchedSecretKinds = [
  'clientSecret',
  'clientCertificate',
  'refreshToken',
  /** At a provider where programs have passwords of their own. */
  'appPassword',
  'password',
] as const;
export const watchedSecretKindSchema = z.enum(watchedSecretKinds);
export type WatchedSecretKind = z.infer<typeof watchedSecretKindSchema>;

export const watchedKindSchema = z.enum([...watchedServerKinds, ...watchedSecretKinds]);
export type WatchedKind = z.infer<typeof watchedKindSchema>;

/** How many days before its end a thing is first told of, unless it lives shortly. */
export const longestNoticeDays = 30;

export const watchStates = [
  'well',
  /** It ends in `longestNoticeDays` or sooner. */
  'expiring',
  'expired',
  /** The server does not answer as it should. */
  'silent',
  /** A password that nobody has changed for a year. */
  'old',
  /** In force, but nobody has looked at it yet. */
  'unseen',
] as const;
export const watchStateSchema = z.enum(watchStates);
export type WatchState = z.infer<typeof watchStateSchema>;

export const watchedThingSchema = z.strictObject({
  /** Tells it from all others, and stays the same. */
  key: z.string(),
  kind: watchedKindSchema,
  /** `host:port` of a server, the domain, or the name of the profile, with the protocol of its mailbox where it is for that. */
  name: z.string(),
  /** Names of the profiles that use a server; empty for the directory's. */
  profiles: z.array(z.string()),
  state: watchStateSchema,
  /** When a certificate or a secret ends; null: not known, or never, as a password. */
  endsAt: z.iso.datetime().nullable(),
  /** Until then, rounded up; 0 or less: it is over. */
  daysLeft: z.int().nullable(),
  /** A certificate that ends soon and is fine: it lives shortly, and was in the first half of its life when it was looked at. */
  isShortLived: z.boolean(),
  /** Since when a password is known to be the same; null for everything else. */
  since: z.iso.datetime().nullable(),
  /** Why a server is silent: the code of a finding. */
  finding: z.string().nullable(),
  /** Null: nobody has looked at it yet. */
  checkedAt: z.iso.datetime().nullable(),
});
export type WatchedThing = z.infer<typeof watchedThingSchema>;

/** `checkedAt` null: nobody has looked yet. What is due stands first. */
export const watchSchema = z.strictObject({
  checkedAt: z.iso.datetime().nullable(),
  things: z.array(watchedThingSchema),
});
export type Watch = z.infer<typeof watchSchema>;
