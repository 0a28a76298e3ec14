import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryAnswer } from '../../../lab/faults/directoryAnswer.ts';
import type { DirectoryRequest } from '../../../lab/faults/directoryMessage.ts';
import {
  bindDemanded,
  bindRefusal,
  channelBindingDemanded,
  signingDemanded,
} from '../../../lab/faults/windowsBind.ts';
import { reader as readerIdentity } from '../scriptedDomain.ts';
import { domainEntries, groupEntry, guidOf, personEntry, root, sidOf } from '../scriptedEntries.ts';
import { lineOf, ScriptedFaults } from './scriptedFaults.ts';
import { unreachableFinding } from './unreachableFinding.ts';

const { signal } = new AbortController();
const person = { domain: 'corp.example.test', objectGuid: guidOf(2_000) };

let domain: ScriptedFaults;
beforeEach(() => {
  domain = new ScriptedFaults();
});
afterEach(async () => {
  expect(domain.unforeseen).toEqual([]);
  await domain.close();
});

const answering =
  (kind: DirectoryRequest['kind'], answer: DirectoryAnswer) =>
  (request: DirectoryRequest): DirectoryAnswer | undefined =>
    request.kind === kind && request.secure ? answer : undefined;

const atSearch =
  (answer: DirectoryAnswer) =>
  (request: DirectoryRequest): DirectoryAnswer | undefined =>
    request.kind === 'search' && request.base !== '' ? answer : undefined;

const refused = (resultCode: number, diagnosticMessage = '', referrals: string[] = []): DirectoryAnswer => ({
  result: { resultCode, diagnosticMessage, referrals },
});

describe('what Windows says where Samba says something else (MS-ADTS 5.1.1.1, 3.1.1.3.4)', () => {
  it.each([
    ['525, nobody has this name', bindRefusal('525'), 'directoryUserUnknown', 'readerRefused'],
    ['code 8, signing', signingDemanded, 'ldapEncryptionRequired', 'ldapEncryptionRequired'],
    ['80090346, channel binding', channelBindingDemanded, 'channelBindingRefused', 'channelBindingRefused'],
    ['a sub-code that nobody knows', bindRefusal('ffff'), 'directoryCredentialsRefused', 'readerRefused'],
  ] as const)('at the bind: %s', async (_, answer, code, told) => {
    await domain.add({ script: answering('bind', answer) });
    const proof = await domain.prove();
    expect(lineOf(proof, 'bind')).toBe(`bind dc1 failed ${code}`);
    expect(proof).toMatchObject({ outcome: 'failed', faults: [] });
    const reader = await domain.openReader();
    expect(await unreachableFinding(reader.readObject(person, signal))).toBe(told);
    expect(domain.passwordBinds).toHaveLength(2);
  });

  it.each([
    ['000004DC, nobody has signed in', bindDemanded, 'ldapSignInRequired'],
    [
      'a referral to itself',
      refused(10, '', ['ldap://corp.example.test/DC=corp,DC=example,DC=test']),
      'ldapReferral',
    ],
    ['a loop of referrals', refused(54), 'ldapReferralLoop'],
    ['no right', refused(50, '00002098: SecErr: DSID-03152844, problem 4003'), 'directoryRightsMissing'],
    ['an error of its own', refused(80, '000020EF: SvcErr: DSID-0310'), 'ldapServerError'],
    ['a code that nobody has', refused(4_711), 'ldapRefused'],
  ] as const)('at a search: %s', async (_, answer, code) => {
    await domain.add({ script: atSearch(answer) });
    const proof = await domain.prove({}, 'anna');
    expect(lineOf(proof, 'search')).toBe(`search dc1 failed ${code}`);
    expect(proof).toMatchObject({ outcome: 'failed', faults: [] });
    const reader = await domain.openReader();
    expect(await unreachableFinding(reader.readObject(person, signal))).toBe(code);
  });

  it('references that lead back to the same place are followed by nobody', async () => {
    const urls = [`ldap://corp.example.test/${root}`];
    const entries = domainEntries();
    await domain.add({
      entries,
      script: (request) =>
        request.kind === 'search' && request.scope === 'subtree'
          ? { found: [{ urls }, { urls }], result: {} }
          : undefined,
    });
    const reader = await domain.openReader();
    const search = {
      domain: person.domain,
      text: 'anna',
      kinds: ['directoryUser' as const],
      size: 10,
      timeSeconds: 5,
    };
    expect((await reader.searchObjects(search, signal)).objects).toEqual([]);
    const searches = domain.requests.filter(
      (request) => request.kind === 'search' && request.scope === 'subtree',
    );
    expect(searches).toHaveLength(1);
  });

  it('an empty password is sent to nobody, who would take it for an anonymous bind (RFC 4513, 5.1.2)', async () => {
    await domain.add();
    const identity = { mode: 'password', ...readerIdentity, password: '', source: 'typed' } as const;
    const proof = await domain.prove({ identity });
    expect(lineOf(proof, 'bind')).toBe('bind dc1 failed directoryPasswordEmpty');
    const reader = await domain.openReader();
    const signedIn = reader.signIn({ name: 'CORP\\anna', password: '' }, signal);
    await expect(signedIn).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(domain.passwordBinds).toEqual([]);
  });
});

/** The scripted controller looks at every object for each part of a filter. */
const patient = { timeoutMs: 60_000 };

describe('the limits of Windows', () => {
  const crew = groupEntry('crew', 3_000);
  const people = Array.from({ length: 4_000 }, (_, number) =>
    personEntry(`anna${number}`, 10_000 + number, { memberOf: [crew.dn] }),
  );

  it('of 1,000 entries a page and 1,500 values an attribute hide nobody of a group of 4,000', async () => {
    const member = people.map(({ dn }) => dn);
    const whole = { ...crew, attributes: { ...crew.attributes, member } };
    await domain.add({ entries: domainEntries(whole, ...people) });
    const reader = await domain.openReader(patient);
    const group = { domain: person.domain, objectGuid: guidOf(3_000) };
    const counted = await reader.readMembers(group, 5_000, signal);
    expect(counted).toMatchObject({ direct: 4_000, isCut: false });
    expect(new Set(counted.people.map(({ objectSid }) => objectSid)).size).toBe(4_000);
    expect((await reader.readMembers(group, 1_000, signal)).isCut).toBe(true);
    const search = {
      domain: person.domain,
      text: 'anna',
      kinds: ['directoryUser' as const],
      timeSeconds: 30,
    };
    const found = await reader.searchObjects({ ...search, size: 1_000 }, signal);
    expect({ count: found.objects.length, cutBy: found.cutBy }).toEqual({ count: 1_000, cutBy: 'size' });
  });

  it('of 1,500 values an attribute do not hide how somebody is in one of 1,600 groups', async () => {
    const groups = Array.from({ length: 1_600 }, (_, number) =>
      groupEntry(`group${number}`, 20_000 + number),
    );
    const busy = personEntry('busy', 2_000, { memberOf: groups.map(({ dn }) => dn) });
    await domain.add({ entries: domainEntries(busy, ...groups) });
    const reader = await domain.openReader(patient);
    const links = await reader.readLinks(person, [sidOf(21_599)], signal);
    // And the primary group.
    expect(links[0]?.memberOf).toHaveLength(1_601);
  });
});
