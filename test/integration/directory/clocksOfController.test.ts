import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KdcTimeError } from '../../../electron/protocols/kerberos/kdcTimeError.ts';
import type { DirectoryParts } from '../../../electron/services/directory/connection/directoryParts.ts';
import { proofParts } from './directoryReaders.ts';
import { generalizedTime } from './healthyDomain.ts';
import { proveDirectory } from './proveScripted.ts';
import { type ScriptedControllerPlan, ScriptedDomain } from './scriptedDomain.ts';
import { domainEntries } from './scriptedEntries.ts';

type RootDse = NonNullable<ScriptedControllerPlan['rootDse']>;

const ahead = (seconds: number): RootDse => ({
  currentTime: [generalizedTime(new Date(Date.now() + seconds * 1_000))],
});
const silentKdc: DirectoryParts['askKdcTime'] = async () => {
  throw new KdcTimeError('unanswered', 'ETIMEDOUT');
};

/** The controller's time is fixed before its certificate is made, which may take some seconds. */
const expectNear = (skew: unknown, seconds: number): void =>
  expect(Math.abs(Number(skew) - seconds)).toBeLessThan(50);

describe('the two clocks of a controller', () => {
  let domain: ScriptedDomain;
  beforeEach(() => {
    domain = new ScriptedDomain();
  });
  afterEach(() => domain.close());

  const prove = async (rootDse: RootDse, askKdcTime: DirectoryParts['askKdcTime']) => {
    await domain.add({ entries: domainEntries(), rootDse });
    const directory = await domain.values();
    const parts = proofParts(domain.parts({ askKdcTime }));
    const proof = await proveDirectory(parts, { directory, stages: ['clock'] });
    const facts = proof.results.find(({ stage }) => stage === 'clock')?.evidence.facts;
    const transcript = proof.events.flatMap((event) => (event.type === 'transcript' ? event.line.text : []));
    return { ...proof, facts, transcript };
  };

  const kerberosAhead =
    (seconds: number): DirectoryParts['askKdcTime'] =>
    async () => ({
      ...{ atMs: Date.now() + seconds * 1_000, realm: 'CORP.EXAMPLE.TEST', errorCode: 6, transport: 'UDP' },
    });

  it.each([
    { directory: 0, kerberos: 0, line: 'clock dc1 passed' },
    { directory: 0, kerberos: 90, line: 'clock dc1 passed' },
    { directory: 0, kerberos: -200, line: 'clock dc1 passed clockSkewNoticeable' },
    { directory: 200, kerberos: -400, line: 'clock dc1 failed clockSkewTooLarge' },
    { directory: -400, kerberos: 0, line: 'clock dc1 failed clockSkewTooLarge' },
  ])('are judged by the one that is further off: %o', async ({ directory, kerberos, line }) => {
    const { lines, facts, faults } = await prove(ahead(directory), kerberosAhead(kerberos));
    expect(lines).toContain(line);
    expectNear(facts?.clockSkewSeconds, directory);
    expectNear(facts?.kerberosSkewSeconds, kerberos);
    expect(faults).toEqual([]);
  });

  it.each(['unanswered', 'malformed', 'ticketGiven'] as const)(
    'are judged by that of the directory where Kerberos does not tell: %s',
    async (code) => {
      const { lines, facts, transcript, faults } = await prove(ahead(0), async () => {
        throw new KdcTimeError(code, 'EOF');
      });
      expect(lines).toContain('clock dc1 passed');
      expect(facts).not.toHaveProperty('kerberosSkewSeconds');
      expect(transcript).toContain(`Kerberos 192.0.2.1 88: ${code} EOF`);
      expect(faults).toEqual([]);
    },
  );

  it.each([
    { kerberos: 0, line: 'clock dc1 passed' },
    { kerberos: 400, line: 'clock dc1 failed clockSkewTooLarge' },
  ])('are judged by that of Kerberos where the directory says no time: %o', async ({ kerberos, line }) => {
    const { lines, facts } = await prove({ currentTime: ['half past nine'] }, kerberosAhead(kerberos));
    expect(lines).toContain(line);
    expect(facts).not.toHaveProperty('controllerTime');
    expectNear(facts?.kerberosSkewSeconds, kerberos);
  });

  it('are not known where neither says a time that can be read, which is no reason to doubt the controller', async () => {
    const { lines, outcome } = await prove({ currentTime: ['20261399999999.0Z'] }, silentKdc);
    expect(lines).toContain('clock dc1 passed controllerTimeUnreadable');
    expect(outcome).toBe('passed');
  });

  it('are none of a controller where the server is no Active Directory', async () => {
    const { lines } = await prove({ currentTime: [], defaultNamingContext: [] }, silentKdc);
    expect(lines).toContain('clock dc1 failed notActiveDirectory');
  });
});
