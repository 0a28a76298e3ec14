import type { KnownDomain } from '../../../contract/directory/directoryObject.ts';
import { decodeForestTrustInformation } from '../../../protocols/ldap/forestTrustInformation.ts';
import { allOf, equals, isPresent } from '../../../protocols/ldap/ldapFilter.ts';
import { bytesOf, type LdapEntry, textOf } from '../../../protocols/ldap/ldapEntry.ts';
import type { DirectorySession } from './directorySession.ts';

/** A domain as the directory names it; whether it can be reached is another question. */
export type NamedDomain = Omit<KnownDomain, 'obstacle'>;

/** trustAttributes (MS-ADTS 6.1.6.7.9). */
const flags = { nonTransitive: 0x1, forestTransitive: 0x8, withinForest: 0x20 } as const;
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
  request: Pick<Parameters<DirectorySession['dialogue']['search']>[0], 'base' | 'filter' | 'attributes'>,
  signal: AbortSignal,
): Promise<LdapEntry[]> => {
  const entries: LdapEntry[] = [];
  for await (const item of dialogue.search({ ...request, scope: 'one', pageSize: 200 }, signal))
    if (item.kind === 'entry') entries.push(item);
  return entries;
};

/** The domains of our own forest (MS-ADTS 6.1.1.2.1.1: crossRef objects with a NetBIOS name). */
const readOwnForest = async (session: DirectorySession, signal: AbortSignal): Promise<NamedDomain[]> => {
  const entries = await entriesOf(
    session,
    {
      base: `CN=Partitions,${session.configurationNamingContext}`,
      filter: allOf(equals('objectClass', 'crossRef'), isPresent('nETBIOSName')),
      attributes: ['dnsRoot', 'nETBIOSName'],
    },
    signal,
  );
  return entries.flatMap((entry) => {
    const name = textOf(entry, 'dnsRoot')?.toLowerCase() ?? '';
    const netbiosName = textOf(entry, 'nETBIOSName') ?? '';
    const isOwn = name === session.domain.toLowerCase();
    const kind = isOwn ? 'own' : 'sameForest';
    const direction = isOwn ? 'own' : 'bidirectional';
    return name === '' ? [] : [{ name, netbiosName, kind, direction, isTransitive: true } as const];
  });
};

const kindOf = (entry: LdapEntry, attributes: number): KnownDomain['kind'] => {
  if (textOf(entry, 'trustType') === realmType) return 'realm';
  return attributes & flags.forestTransitive ? 'forest' : 'external';
};

/** The trusted domain, and for a trusted forest its other domains. */
const toTrusted = (entry: LdapEntry): NamedDomain[] => {
  const attributes = Number(textOf(entry, 'trustAttributes') ?? 0);
  const name = textOf(entry, 'trustPartner')?.toLowerCase() ?? '';
  if (name === '' || attributes & flags.withinForest) return [];
  const trust = {
    kind: kindOf(entry, attributes),
    direction: directions[textOf(entry, 'trustDirection') ?? ''] ?? 'disabled',
    isTransitive: (attributes & (flags.nonTransitive | flags.forestTransitive)) === flags.forestTransitive,
  };
  const [forest] = bytesOf(entry, 'msDS-TrustForestTrustInfo');
  const others = forest ? decodeForestTrustInformation(forest).filter((domain) => domain.name !== name) : [];
  return [
    { name, netbiosName: textOf(entry, 'flatName') ?? '', ...trust },
    ...others.map((domain) => ({ name: domain.name, netbiosName: domain.netbiosName, ...trust })),
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
        'msDS-TrustForestTrustInfo',
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
