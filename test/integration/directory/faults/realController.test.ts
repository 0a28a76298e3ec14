import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryLab } from '../../../lab/directory/directoryLab.ts';
import { startDirectoryLab } from '../../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../../lab/directory/directoryServers.ts';
import { DirectoryReaders, labValues, proofParts, realParts } from '../directoryReaders.ts';
import { proveDirectory } from '../proveScripted.ts';
import { lineOf } from './scriptedFaults.ts';
import { unreachableFinding } from './unreachableFinding.ts';

const availability = await ensureDirectoryServers();
const { signal } = new AbortController();

describe.skipIf(!availability.available)('a real controller that is set up wrongly', () => {
  let lab: DirectoryLab;
  const readers = new DirectoryReaders();
  beforeAll(async () => {
    lab = await startDirectoryLab({ clockAheadSeconds: 600 });
  });
  afterAll(async () => {
    expect(readers.unforeseen).toEqual([]);
    readers.close();
    await lab.stop();
  });

  const prove = () =>
    proveDirectory(proofParts(realParts()), { directory: labValues(lab, { timeoutMs: 5_000 }) });

  it('is told by its clock and by that of its Kerberos, ten minutes off, which keeps nobody with a password from signing in', async () => {
    const proof = await prove();
    expect(lineOf(proof, 'clock')).toBe('clock dc1 failed clockSkewTooLarge');
    const facts = proof.results.find(({ stage }) => stage === 'clock')?.evidence.facts;
    for (const skew of [facts?.clockSkewSeconds, facts?.kerberosSkewSeconds])
      expect(skew).toBeCloseTo(600, -1);
    expect(lineOf(proof, 'bind')).toBe('bind dc1 passed');
    expect(proof.faults).toEqual([]);
  });

  it.each([
    ['expired', 'certificateExpired'],
    ['otherName', 'certificateNameMismatch'],
    ['unknownAuthority', 'certificateUnknownAuthority'],
  ] as const)('is given no password when its certificate is %s', async (certificate, code) => {
    await lab.controllers[0].restart(certificate);
    const proof = await prove();
    expect(lineOf(proof, 'secure')).toBe(`secure dc1 failed ${code}`);
    expect(lineOf(proof, 'bind')).toBe('bind dc1 skipped');
    expect(proof).toMatchObject({ outcome: 'failed', faults: [] });
    const { name, password } = lab.users.alice;
    const { reader } = readers.open(labValues(lab));
    expect(await unreachableFinding(reader.signIn({ name, password }, signal))).toBe(code);
  });
});
