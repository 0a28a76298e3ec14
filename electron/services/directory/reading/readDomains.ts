import type { KnownDomain } from '../../../contract/directory/directoryObject.ts';
import {
  decodeForestTrustInformation,
  type TrustedForestDomain,
} from '../../../protocols/ldap/forestTrustInformation.ts';
import { ldapControls } from '../../../protocols/ldap/ldapControl.ts';
import { allOf, equals, isPresent } from '../../../protocols/ldap/ldapFilter.ts';
import { bytesOf, type LdapEntry, textOf } from '../../../protocols/ldap/ldapEntry.ts';
import { LdapProtocolError } from '../../../protocols/ldap/ldapProtocolError.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import { decodeSid } from '../../../protocols/ldap/securityIdentifier.ts';
import type { DirectorySession } from './directorySession.ts';
import { domainOfDn } from './domainOfDn.ts';

/**
 * What a trust keeps from people who come over it: SIDs of other domains than the trusted one (SID filtering), or all of them but
 * those who are allowed to (selective authentication).
 */
export type TrustLimit = 'quarantined' | 'selective';

/** A domain as the directory names it; whether it can be reached is another question. */
export type NamedDomain = Omit<KnownDomain, 'obstacle'> & {
  /** What the SIDs of its accounts begin with, `S-1-5-21-1-2-3`; null: the directory does not say. */
  sid: string | null;
  /** DNS name of the root of its forest; of an external trust its own name. */
  forest: string;
  limits: readonly TrustLimit[];
};

/** trustAttributes (MS-ADTS 6.1.6.7.9). */
const flags = { nonTransitive: 0x1, forestTransitive: 0x8, withinForest: 0x20 } as const;
const limitFlags = { quarantined: 0x4, selective: 0x10 } as const;
const limits: readonly TrustLimit[] = ['quarantined', 'selective'];
/** trustDirection (6.1.6.7.12). */
const directions: Readonly<Record<string, KnownDomain['direction']>> = {
  0: 'disabled',
  1: 'inbound',
  2: 'outbound',
  3: 'bidirectional',
};
/** trustType (6.1.6.7.15): a Kerberos realm that is no Windows domain. */
const realmType = '3';

const entriesOf = async (
  { dialogue }: DirectorySession,
  request: Pick<SearchRequest, 'base' | 'filter' | 'attributes' | 'controls'>,
  signal: AbortSignal,
): Promise<LdapEntry[]> => {
  const entries: LdapEntry[] = [];
  for await (const item of dialogue.search({ ...request, scope: 'one', pageSize: 200 }, signal))
    if (item.kind === 'entry') entries.push(item);
  return entries;
};

/** Names come with the SID of what they name (MS-ADTS 3.1.1.3.4.1.5). A server that does not know this tells no SIDs. */
const extendedDn = { oid: ldapControls.extendedDn, isCritical: false, value: null };

/** The SID in `<GUID=…>;<SID=0104…>;DC=corp,DC=example`. */
const sidOfExtendedDn = (name: string): string | null => {
  const [, bytes] = /<SID=([0-9a-f]+)>/i.exec(name) ?? [];
  return bytes === undefined ? null : decodeSid(Buffer.from(bytes, 'hex'));
};

/** The domains of our own forest (MS-ADTS 6.1.1.2.1.1: crossRef objects with a NetBIOS name). */
const readOwnForest = async (session: DirectorySession, signal: AbortSignal): Promise<NamedDomain[]> => {
  const entries = await entriesOf(
    session,
    {
      base: `CN=Partitions,${session.configurationNamingContext}`,
      filter: allOf(equals('objectClass', 'crossRef'), isPresent('nETBIOSName')),
      attributes: ['dnsRoot', 'nETBIOSName', 'nCName'],
      controls: [extendedDn],
    },
    signal,
  );
  const forest = domainOfDn(session.configurationNamingContext);
  return entries.flatMap((entry) => {
    const name = textOf(entry, 'dnsRoot')?.toLowerCase() ?? '';
    const netbiosName = textOf(entry, 'nETBIOSName') ?? '';
    const isOwn = name === session.domain.toLowerCase();
    const kind = isOwn ? 'own' : 'sameForest';
    const direction = isOwn ? 'own' : 'bidirectional';
    const sid = sidOfExtendedDn(textOf(entry, 'nCName') ?? '');
    return name === ''
      ? []
      : [{ name, netbiosName, kind, direction, isTransitive: true, sid, forest, limits: [] } as const];
  });
};

const directionOf = (entry: LdapEntry): KnownDomain['direction'] =>
  directions[textOf(entry, 'trustDirection') ?? ''] ?? 'disabled';

/** The side that trusts sets them, for those that it lets in. */
const limitsOf = (entry: LdapEntry, attributes: number): TrustLimit[] =>
  ['outbound', 'bidirectional'].includes(directionOf(entry))
    ? limits.filter((limit) => (attributes & limitFlags[limit]) !== 0)
    : [];

const kindOf = (entry: LdapEntry, attributes: number): KnownDomain['kind'] => {
  if (textOf(entry, 'trustType') === realmType) return 'realm';
  return attributes & flags.forestTransitive ? 'forest' : 'external';
};

/** The other domains of a trusted forest; none when what is written there cannot be read: the trust itself is known anyway. */
const otherDomains = (entry: LdapEntry, name: string): TrustedForestDomain[] => {
  const [forest] = bytesOf(entry, 'msDS-TrustForestTrustInfo');
  try {
    return forest ? decodeForestTrustInformation(forest).filter((domain) => domain.name !== name) : [];
  } catch (error) {
    if (error instanceof LdapProtocolError) return [];
    throw error;
  }
};

const sidIn = (entry: LdapEntry): string | null => {
  const [bytes] = bytesOf(entry, 'securityIdentifier');
  return bytes === undefined ? null : decodeSid(bytes);
};

/** The trusted domain, and for a trusted forest its other domains. */
const toTrusted = (entry: LdapEntry): NamedDomain[] => {
  const attributes = Number(textOf(entry, 'trustAttributes') ?? 0);
  const name = textOf(entry, 'trustPartner')?.toLowerCase() ?? '';
  if (name === '' || attributes & flags.withinForest) return [];
  const trust = {
    kind: kindOf(entry, attributes),
    direction: directionOf(entry),
    limits: limitsOf(entry, attributes),
    isTransitive: (attributes & (flags.nonTransitive | flags.forestTransitive)) === flags.forestTransitive,
    forest: name,
  };
  return [
    { name, netbiosName: textOf(entry, 'flatName') ?? '', sid: sidIn(entry), ...trust },
    ...otherDomains(entry, name).map((domain) => ({ ...domain, sid: domain.sid || null, ...trust })),
  ];
};

/** What the directory trusts (MS-ADTS 6.1.6.7: trustedDomain objects in the container System). */
const readTrusts = async (session: DirectorySession, signal: AbortSignal): Promise<NamedDomain[]> => {
  const entries = await entriesOf(
    session,
    {
      base: `CN=System,${session.defaultNamingContext}`,
      filter: equals('objectClass', 'trustedDomain'),
      attributes: [
        ...['trustPartner', 'flatName', 'trustDirection', 'trustType', 'trustAttributes'],
        ...['securityIdentifier', 'msDS-TrustForestTrustInfo'],
      ],
    },
    signal,
  );
  return entries.flatMap(toTrusted);
};

/** Our own domain first, then those of its forest, then those that are trusted, by name; each once (REQUIREMENTS U06). */
export const readDomains = async (session: DirectorySession, signal: AbortSignal): Promise<NamedDomain[]> => {
  const order: readonly KnownDomain['kind'][] = ['own', 'sameForest', 'forest', 'external', 'realm'];
  const all = [...(await readOwnForest(session, signal)), ...(await readTrusts(session, signal))];
  const once = new Map(all.toReversed().map((domain) => [domain.name, domain]));
  return [...once.values()].sort(
    (one, other) =>
      order.indexOf(one.kind) - order.indexOf(other.kind) || one.name.localeCompare(other.name, 'en'),
  );
};
