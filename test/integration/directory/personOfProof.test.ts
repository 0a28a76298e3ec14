import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../lab/faults/directoryAnswer.ts';
import { healthy, healthyParts, person } from './healthyDomain.ts';
import { proveDirectory } from './proveScripted.ts';
import { ScriptedDomain } from './scriptedDomain.ts';
import { extendedDn, root, surroundings } from './scriptedEntries.ts';

let domain: ScriptedDomain;
beforeEach(() => {
  domain = new ScriptedDomain();
});
afterEach(() => domain.close());

/** A forest that ours trusts, and is trusted by. */
const partner = {
  dn: `CN=partner.example.test,CN=System,${root}`,
  attributes: {
    ...{ objectClass: ['trustedDomain'], trustPartner: ['partner.example.test'], flatName: ['PARTNER'] },
    ...{ trustDirection: ['3'], trustType: ['2'], trustAttributes: ['8'] },
  },
};

/** Ours is a child of it, so that its name is a suffix of user principal names of ours. */
const parent = {
  dn: `CN=EXAMPLE,CN=Partitions,CN=Configuration,${root}`,
  attributes: {
    ...{ objectClass: ['crossRef'], dnsRoot: ['example.test'], nETBIOSName: ['EXAMPLE'] },
    nCName: [extendedDn('DC=example,DC=test', 'S-1-5-21-9-9-9')],
  },
};

const surrounded = [...surroundings, partner, parent, person('reader', 1_100)];

const searchFor = async (testUser: string, people: readonly DirectoryEntry[]) => {
  await domain.add(healthy({ entries: [...surrounded, ...people] }));
  const directory = await domain.values();
  return proveDirectory(healthyParts(domain), { directory, testUser, stages: ['search'] });
};

const olgaAs = (userPrincipalName: string) =>
  person('olga', 1_102, { userPrincipalName: [userPrincipalName] });
const people = [person('anna', 1_101), olgaAs('olga@sales.example')];

it.each([
  ['anna', 'CORP\\anna'],
  [String.raw`CORP\anna`, 'CORP\\anna'],
  [String.raw`corp.example.test\anna`, 'CORP\\anna'],
  ['anna@corp.example.test', 'CORP\\anna'],
  ['anna@CORP', 'CORP\\anna'],
  ['olga@sales.example', 'CORP\\olga'],
])('finds %s, as a sign-in would', async (testUser, account) => {
  const { results } = await searchFor(testUser, people);
  expect(results[0]?.evidence.facts.account).toBe(account);
});

it.each([
  [String.raw`NOSUCH\anna`, 'testUserNotFound'],
  ['anna@nosuch.example', 'testUserNotFound'],
  ['CN=anna,DC=corp', 'testUserNotFound'],
  [String.raw`PARTNER\anna`, 'testUserOfOtherDomain'],
  ['anna@partner.example.test', 'testUserOfOtherDomain'],
])('takes nobody of its own domain for %s', async (testUser, code) => {
  const { lines, outcome } = await searchFor(testUser, people);
  expect({ lines, outcome }).toEqual({ lines: [`search dc1 failed ${code}`], outcome: 'failed' });
});

it('finds who has the name of another domain as suffix of the user principal name', async () => {
  const { results } = await searchFor('olga@example.test', [olgaAs('olga@example.test')]);
  expect(results[0]?.evidence.facts.account).toBe('CORP\\olga');
});

it.each(['olga@corp.example.test', ' Olga@corp.example.test '])(
  'takes whose user principal name "%s" is before whose account name it is',
  async (testUser) => {
    const berg = person('berg', 1_103, { userPrincipalName: ['olga@corp.example.test'] });
    const { results } = await searchFor(testUser, [olgaAs('olga.berg@corp.example.test'), berg]);
    expect(results[0]?.evidence.facts.account).toBe('CORP\\berg');
  },
);

it('says nothing of a user to test with where none is named and the identity that reads is of another domain', async () => {
  const credential = { userName: 'PARTNER\\svc', password: 'Reader-Pass' };
  const accounts = [{ names: [credential.userName], password: credential.password }];
  await domain.add(healthy({ entries: surrounded, accounts }));
  const directory = await domain.values({ identity: { mode: 'password', ...credential, source: 'typed' } });
  const { lines } = await proveDirectory(healthyParts(domain), {
    ...{ directory, testUser: null },
    stages: ['search'],
  });
  expect(lines).toEqual(['search dc1 failed directoryUserNotFound']);
});
