import { z } from 'zod';
import { hostNameSchema } from '../mail/address.ts';
import { timeoutSchema, trustSchema } from '../mail/profile.ts';
import { passwordViewSchema, passwordWriteSchema, userNameSchema } from '../mail/secret.ts';
import { trimmedText } from '../trimmed.ts';

/** DNS name of an Active Directory domain (REQUIREMENTS U05, WindowsAuth.Domain): labels of RFC 1123, underscores allowed. */
export const domainNameSchema = trimmedText()
  .toLowerCase()
  .min(1, { abort: true })
  .max(253)
  .refine(
    (name) =>
      /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/.test(
        name,
      ),
    {
      params: { code: 'domainName' },
    },
  );

/** A site of Active Directory, as it becomes a label of DNS. */
export const siteNameSchema = trimmedText()
  .min(1, { abort: true })
  .max(63)
  .refine((name) => /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(name), {
    params: { code: 'siteName' },
  });

const isPort = (text: string | undefined): boolean =>
  text === undefined || (Number(text) >= 1 && Number(text) <= 65_535);

const isDnsServer = (text: string): boolean => {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text);
  if (bracketed) return z.ipv6().safeParse(bracketed[1]).success && isPort(bracketed[2]);
  if (z.ipv6().safeParse(text).success) return true;
  const [, address, port] = /^([\d.]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  return z.ipv4().safeParse(address).success && isPort(port);
};

/** Address of a DNS server, with a port only where it is not 53: `10.0.0.1`, `10.0.0.1:5353`, `fd00::1`, `[fd00::1]:5353`. */
export const dnsServerSchema = trimmedText()
  .min(1, { abort: true })
  .max(64)
  .refine(isDnsServer, { params: { code: 'dnsServer' } });

/**
 * How the program speaks with a domain controller: LDAPS (636), StartTLS (389, RFC 4513 3), or `none`. Without encryption
 * nobody signs in, neither with a password nor with a ticket: a proof stops before the bind, and nobody may be let in by it.
 */
export const directoryEncryptions = ['ldaps', 'starttls', 'none'] as const;
export const directoryEncryptionSchema = z.enum(directoryEncryptions);
export type DirectoryEncryption = z.infer<typeof directoryEncryptionSchema>;

/** Where the domain controllers are found: in DNS (SRV, those of the site first), or typed in the order in which they are tried. */
export const controllerSourceSchema = z.discriminatedUnion('source', [
  /** `site` null: the one that a controller tells us (CLDAP). */
  z.strictObject({ source: z.literal('dns'), site: siteNameSchema.nullable() }),
  z.strictObject({ source: z.literal('typed'), hosts: z.array(hostNameSchema).min(1).max(20) }),
]);

/** As whom the program reads the directory. */
const identityOf = <Password extends z.ZodType>(password: Password) =>
  z.discriminatedUnion('mode', [
    /** The identity that the program runs under: Kerberos, no password. */
    z.strictObject({ mode: z.literal('windows') }),
    z.strictObject({ mode: z.literal('password'), userName: userNameSchema, password }),
  ]);

/** ActiveDirectory.SearchInputMinimumLength, .SearchResultsSizeLimit, .SearchResultsTimeLimitSeconds (U05). */
export const searchLimitsSchema = z.strictObject({
  minimumLength: z.int().min(1).max(20),
  size: z.int().min(1).max(1_000),
  timeSeconds: z.int().min(1).max(300),
});

/** The shape of a directory's values around the shape that its password has (written, viewed or stored). */
export const directoryValuesOf = <Password extends z.ZodType>(password: Password) =>
  z.strictObject({
    /** WindowsAuth.Enabled: people of the directory may sign in. No part of what a proof proves. */
    isEnabled: z.boolean(),
    /** WindowsAuth.Domain. */
    domain: domainNameSchema,
    controllers: controllerSourceSchema,
    /** Asked instead of the DNS servers of the machine; none: those of the machine. */
    dnsServers: z.array(dnsServerSchema).max(3),
    encryption: directoryEncryptionSchema,
    trust: trustSchema,
    identity: identityOf(password),
    useGlobalCatalog: z.boolean(),
    /** Of one stage, or of one step of a sign-in, in ms. */
    timeoutMs: timeoutSchema,
    /** WindowsAuth.GroupMembershipCacheExpireHours. */
    membershipCacheHours: z.int().min(1).max(168),
    search: searchLimitsSchema,
    /** Whoever adds groups by which more people than this would gain rights is asked to type the number. */
    gainGuard: z.int().min(1).max(1_000_000),
  });

/** A directory as a form or a script writes it. */
export const directoryWriteSchema = directoryValuesOf(passwordWriteSchema);
export type DirectoryWrite = z.infer<typeof directoryWriteSchema>;

/** A directory as everybody with the right may read it: no secret in it. */
export const directoryViewSchema = directoryValuesOf(passwordViewSchema);
export type DirectoryView = z.infer<typeof directoryViewSchema>;

/** What a new directory starts with, but for its domain and identity. */
export const directoryDefaults = {
  isEnabled: true,
  controllers: { source: 'dns', site: null },
  dnsServers: [],
  encryption: 'ldaps',
  trust: { mode: 'system' },
  identity: { mode: 'windows' },
  useGlobalCatalog: true,
  timeoutMs: 10_000,
  membershipCacheHours: 1,
  search: { minimumLength: 3, size: 100, timeSeconds: 10 },
  gainGuard: 100,
} as const satisfies Omit<DirectoryWrite, 'domain' | 'dnsServers'> & { dnsServers: readonly string[] };
