import { z } from 'zod';

/** A server's reply in its own words. SMTP: RFC 5321 4.2, enhanced status code: RFC 3463. */
export const serverReplySchema = z.strictObject({
  /** What it answers: `EHLO`, `RCPT TO` …; null for a greeting. Never a secret. */
  command: z.string().nullable(),
  code: z.int().nullable(),
  /** `5.7.1` or null where the reply has none. */
  enhanced: z.string().nullable(),
  /** All lines joined by `\n`, without codes, control characters replaced, at most 4,096 characters. */
  text: z.string(),
});
export type ServerReply = z.infer<typeof serverReplySchema>;

export const certificateSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  /** DNS names and addresses of subjectAltName (RFC 5280 4.2.1.6), as `DNS:name` or `IP:address`. */
  names: z.array(z.string()),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  serialNumber: z.string(),
  /** SHA-256 of the DER, upper-case hex pairs with colons. */
  fingerprint: z.string(),
  keyType: z.string(),
  keyBits: z.int().nullable(),
  isAuthority: z.boolean(),
  selfSigned: z.boolean(),
  pem: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** Names of facts; each has a label `facts.<name>` in the locale files. */
export const factNames = [
  'host',
  'port',
  'addresses',
  'address',
  'localAddress',
  'resolver',
  'failedAddresses',
  'serverName',
  'software',
  'protocol',
  'cipher',
  'chainComplete',
  'trustedBy',
  'addedAuthorities',
  'daysLeft',
  'tlsProblems',
  'clientName',
  'extensions',
  'extensionsBeforeTls',
  'mechanisms',
  'mechanism',
  'userName',
  'credentialSource',
  'encrypted',
  'sender',
  'recipient',
  'sizeLimitBytes',
  'messageSizeBytes',
  'messageId',
  'queueId',
  'mailbox',
  'mailboxProtocol',
  'waitedMs',
  'folder',
  'file',
  'systemCode',
  'freeBytes',
  'stopped',
  'domain',
  'joinSource',
  'joined',
  'joinedDomain',
  'deviceState',
  'site',
  'dnsAnswers',
  'controllers',
  'controllerName',
  'forest',
  'netbiosName',
  'controllerSite',
  'controllerFlags',
  'roundTripMs',
  'portStates',
  'controllerTime',
  'clockSkewSeconds',
  'kerberosSkewSeconds',
  'namingContexts',
  'functionalLevels',
  'globalCatalogReady',
  'synchronized',
  'signing',
  'channelBinding',
  'account',
  'searchMs',
  'entries',
  'references',
  'sizeLimitKept',
  'groupCount',
  'directGroups',
  'nestedPaths',
  'tokenGroupsReadable',
  'trusts',
  'provider',
  'authority',
  'issuer',
  'tokenEndpoint',
  'flow',
  'fromCache',
  'renewable',
  'expiresAt',
  'audience',
  'wantedAudience',
  'tenant',
  'applicationId',
  'scopes',
  'roles',
  'consentAddress',
  'servicePrincipal',
  'principal',
  'ticketExpiresAt',
  'url',
  'proxy',
  'proxyIgnored',
  'signInMethods',
  'exchangeVersion',
  'requestVersion',
  'requestId',
  'outlookVersion',
  'mailboxes',
] as const;
export type FactName = (typeof factNames)[number];

export const factsSchema = z.partialRecord(
  z.enum(factNames),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);

/** What a stage saw. The same shape for every area, so that one component shows it. */
export const evidenceSchema = z.strictObject({
  replies: z.array(serverReplySchema),
  facts: factsSchema,
  /** The chain as the server sent it, leaf first. */
  certificates: z.array(certificateSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;
