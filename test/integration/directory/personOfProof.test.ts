import { afterEach, beforeEach, expect, it } from 'vitest';
import { healthy, healthyParts, person } from './healthyDomain.ts';
import { proveDirectory } from './proveScripted.ts';
import { ScriptedDomain } from './scriptedDomain.ts';
import { root, surroundings } from './scriptedEntries.ts';

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

const searchFor = async (testUser: string) => {
  const upn = { userPrincipalName: ['olga@sales.example'] };
  const people = [person('reader', 1_100), person('anna', 1_101), person('olga', 1_102, upn)];
  await domain.add(healthy({ entries: [...surroundings, partner, ...people] }));
  const directory = await domain.values();
  return proveDirectory(healthyParts(domain), { directory, testUser, stages: ['search'] });
};

it.each([
  ['anna', 'CORP\\anna'],
  [String.raw`CORP\anna`, 'CORP\\anna'],
  [String.raw`corp.example.test\anna`, 'CORP\\anna'],
  ['anna@corp.example.test', 'CORP\\anna'],
  ['anna@CORP', 'CORP\\anna'],
  ['olga@sales.example', 'CORP\\olga'],
])('finds %s, as a sign-in would', async (testUser, account) => {
  const { results } = await searchFor(testUser);
  expect(results[0]?.evidence.facts.account).toBe(account);
});

it.each([
  [String.raw`NOSUCH\anna`, 'testUserNotFound'],
  ['anna@nosuch.example', 'testUserNotFound'],
  ['CN=anna,DC=corp', 'testUserNotFound'],
  [String.raw`PARTNER\anna`, 'testUserOfOtherDomain'],
  ['anna@partner.example.test', 'testUserOfOtherDomain'],
])('takes nobody of its own domain for %s', async (testUser, code) => {
  const { lines, outcome } = await searchFor(testUser);
  expect({ lines, outcome }).toEqual({ lines: [`search dc1 failed ${code}`], outcome: 'failed' });
});
