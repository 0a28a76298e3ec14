import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeSid } from '../../../../electron/protocols/ldap/securityIdentifier.ts';
import type { DirectoryAnswer } from '../../../lab/faults/directoryAnswer.ts';
import type { DirectoryRequest } from '../../../lab/faults/directoryMessage.ts';
import { domainEntries, guidOf, personEntry, sidOf } from '../scriptedEntries.ts';
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

describe('30,000 groups in a token', () => {
  const groups = Array.from({ length: 30_000 }, (_, number) => sidOf(100_000 + number));
  const anna = personEntry('anna', 2_000, { tokenGroups: groups.map((sid) => encodeSid(sid)) });

  it('are read by one query', async () => {
    await domain.add({ entries: domainEntries(anna) });
    const reader = await domain.openReader({ timeoutMs: 60_000 });
    const token = await reader.readToken(person, signal);
    expect(token).toMatchObject({ groupSids: groups });
  });

  it('are more than Windows takes, which a proof says', async () => {
    await domain.add({ entries: domainEntries(anna) });
    const proof = await domain.prove({ timeoutMs: 60_000 }, 'anna');
    expect(lineOf(proof, 'groups')).toContain('tokenTooLarge');
    expect(proof.faults).toEqual([]);
  });
});

/** The beginning of an answer of 30 MB, which never ends. */
const endless = Buffer.concat([Buffer.from('308401e00000', 'hex'), Buffer.alloc(4_000_000)]);

const dripping =
  (kind: DirectoryRequest['kind'], base: RegExp) =>
  (request: DirectoryRequest): DirectoryAnswer | undefined =>
    request.kind === kind && (request.kind !== 'search' || base.test(request.base))
      ? { raw: endless, drips: true }
      : undefined;

describe('an answer that drips byte by byte and never ends', () => {
  it.each([
    ['rootdse', 'search', /^$/],
    ['bind', 'bind', /./],
    ['search', 'search', /./],
  ] as const)('is ended by the time limit of its stage: %s', async (stage, kind, base) => {
    await domain.add({ entries: domainEntries(personEntry('anna', 2_000)), script: dripping(kind, base) });
    const proof = await domain.prove({ timeoutMs: 1_000 }, 'anna');
    expect(lineOf(proof, stage)).toBe(`${stage} dc1 failed ldapTimedOut`);
    expect(proof).toMatchObject({ outcome: 'failed', faults: [] });
  });

  it.each([
    ['before', 'search', /^$/, 'ldapTimedOut'],
    ['in', 'bind', /./, 'readerUnanswered'],
    ['after', 'search', /./, 'ldapTimedOut'],
  ] as const)('is ended by the time limit %s the bind of a reader', async (_, kind, base, code) => {
    await domain.add({ entries: domainEntries(), script: dripping(kind, base) });
    const reader = await domain.openReader({ timeoutMs: 1_000 });
    expect(await unreachableFinding(reader.readToken(person, signal))).toBe(code);
  });
});
