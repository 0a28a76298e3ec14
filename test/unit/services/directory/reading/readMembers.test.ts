import { expect, it } from 'vitest';
import type { FoundObject } from '../../../../../electron/services/directory/directoryReader.ts';
import type { DirectorySession } from '../../../../../electron/services/directory/reading/directorySession.ts';
import { readMembers } from '../../../../../electron/services/directory/reading/readMembers.ts';

const root = 'DC=corp,DC=example';
const group: FoundObject = {
  kind: 'directoryGroup',
  ...{ scope: 'universal', domain: 'corp.example' },
  ...{ objectGuid: '2f4d8c3e-0000-4000-8000-000000000001', objectSid: 'S-1-5-21-1-2-3-2000' },
  ...{ accountName: 'CORP\\crew', userPrincipalName: null, displayName: 'crew', mail: null },
  ...{ distinguishedName: `CN=crew,${root}`, isDisabled: false, preferredLanguage: null },
};

/** A controller whose searches find nobody, with a group that has these members. */
const sessionWith = (members: readonly string[]): DirectorySession => {
  const search: DirectorySession['dialogue']['search'] = async function* (request) {
    const attributes = new Map([['member', members.map((name) => Buffer.from(name))]]);
    if (request.scope === 'base') yield { kind: 'entry', dn: group.distinguishedName, attributes };
  };
  return {
    ...{ dialogue: { search }, controller: 'dc1.corp.example', domain: 'corp.example' },
    ...{ defaultNamingContext: root, configurationNamingContext: `CN=Configuration,${root}` },
    netbiosNameOf: () => 'CORP',
  };
};

const child = `CN=Carl,OU=Staff,DC=child,${root}`;
const standIn = `CN=S-1-5-21-7-8-9-1105,CN=ForeignSecurityPrincipals,${root}`;
const { signal } = new AbortController();

it('names members of other domains and of other forests, whom no search finds', async () => {
  const own = [`CN=Anna,OU=Staff,${root}`, `CN=Bo\\,CN=ForeignSecurityPrincipals,OU=Staff,${root}`];
  const session = sessionWith([...own, child, standIn]);
  const read = await readMembers(session, { group, limit: 10 }, signal);
  expect(read).toEqual({ found: [], elsewhere: [child, standIn], isCut: false });
});

it('ends at the limit, and says so', async () => {
  const session = sessionWith([child, standIn]);
  const read = await readMembers(session, { group, limit: 1 }, signal);
  expect(read).toEqual({ found: [], elsewhere: [child], isCut: true });
});
