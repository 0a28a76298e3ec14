import { dnOfDomain } from '../../../../../electron/services/directory/reading/domainOfDn.ts';
import type { DirectoryEntry } from '../../../../lab/faults/directoryAnswer.ts';
import {
  createFakeForest,
  crossRef,
  entryOf,
  type FakeDomain,
  frame,
  guidOf,
  ownDomain,
  ownSid,
  partner,
  partnerSid,
  trust,
} from './fakeForest.ts';

const { signal } = new AbortController();
export const child = 'child.corp.example';
export const childSid = 'S-1-5-21-2-2-2';
export const crewSid = `${ownSid}-2000`;
export const crew = { domain: ownDomain, objectGuid: guidOf(crewSid) };
const readerAccount = { 'reader@corp.example': { password: 'right' } };

export const nameIn = (domain: string, name: string): string => `CN=${name},${dnOfDomain(domain)}`;
export const standIn = (sid: string): string => nameIn(ownDomain, `${sid},CN=ForeignSecurityPrincipals`);

export type Place = readonly [domain: string, name: string, sid: string];

/** A person. @param groups distinguished names. */
export const person = ([domain, name, sid]: Place, ...groups: string[]): DirectoryEntry =>
  entryOf(domain, name, sid, { distinguishedName: [nameIn(domain, name)], memberOf: groups });

/** A universal group. @param member all of them, of whatever domain. */
export const group = (
  [domain, name, sid]: Place,
  member: readonly string[],
  ...groups: string[]
): DirectoryEntry =>
  entryOf(domain, name, sid, {
    ...{ distinguishedName: [nameIn(domain, name)], memberOf: groups, member },
    ...{ objectClass: ['group'], sAMAccountType: ['268435456'], groupType: [String(0x8)] },
  });

const anna: Place = [ownDomain, 'anna', `${ownSid}-1001`];
export const carl: Place = [child, 'carl', `${childSid}-1002`];
export const crowd: Place = [child, 'crowd', `${childSid}-2001`];
const pat: Place = [partner, 'pat', `${partnerSid}-1003`];
export const crewName = nameIn(ownDomain, 'crew');

/**
 * The group crew has these members beside anna.
 * @param more stand in our domain, too.
 */
export const crewForest = (
  members: readonly string[],
  change: Partial<Record<string, Partial<FakeDomain>>> = {},
  { direction = '3', more = [] }: { direction?: string; more?: readonly DirectoryEntry[] } = {},
) => {
  const own = [
    ...frame(ownDomain),
    ...[crossRef(ownDomain, 'CORP', ownSid), crossRef(child, 'CHILD', childSid)],
    trust(partner, 'PARTNER', partnerSid, direction),
    group([ownDomain, 'crew', crewSid], [nameIn(ownDomain, 'anna'), ...members], nameIn(child, 'crowd')),
    person(anna, crewName),
    ...more,
  ];
  const others = [...frame(child), person(carl), group(crowd, [crewName])];
  return createFakeForest({
    [ownDomain]: { entries: own, accounts: readerAccount, ...change[ownDomain] },
    [child]: { entries: others, accounts: readerAccount, ...change[child] },
    [partner]: { entries: [...frame(partner), person(pat)], accounts: readerAccount, ...change[partner] },
    'evil.example': { entries: frame('evil.example'), accounts: readerAccount },
  });
};

export const countCrew = async ({ reader }: ReturnType<typeof crewForest>, limit = 1_000) => {
  const { people, ...rest } = await reader.readMembers(crew, limit, signal);
  return { ...rest, people: people.map(({ accountName }) => accountName).toSorted() };
};
