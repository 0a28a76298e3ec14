import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeSid } from '../../../../electron/protocols/ldap/securityIdentifier.ts';
import type { ObjectSearch } from '../../../../electron/services/directory/directoryReader.ts';
import { type DirectoryLab, startDirectoryLab } from '../../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../../lab/directory/directoryServers.ts';
import { type CuttableProxy, startCuttableProxy } from '../../../lab/faults/cuttableProxy.ts';
import { DirectoryReaders, labValues, realParts } from '../directoryReaders.ts';
import type { ScriptedControllerPlan } from '../scriptedDomain.ts';
import { domainEntries, personEntry, sidOf } from '../scriptedEntries.ts';
import { ScriptedFaults } from './scriptedFaults.ts';

const availability = await ensureDirectoryServers();
const { signal } = new AbortController();
/** Controllers of equal weight are tried in the order of DNS. */
const inOrder = { ...realParts(), random: () => 0 };

const searchFor = (domain: string, text: string): ObjectSearch => ({
  ...{ domain, text, kinds: ['directoryUser'], size: 100, timeSeconds: 10 },
});

describe('a controller that is lost in mid-search', () => {
  const token = { tokenGroups: [encodeSid(sidOf(513))] };
  const people = Array.from({ length: 30 }, (_, number) =>
    personEntry(`anna${number}`, 2_000 + number, token),
  );
  const entries = domainEntries(...people);
  const search = searchFor('corp.example.test', 'anna');
  let domain: ScriptedFaults;
  beforeEach(() => {
    domain = new ScriptedFaults();
  });
  afterEach(async () => {
    expect(domain.unforeseen).toEqual([]);
    await domain.close();
  });

  /** Sends some of what it found, and is gone. */
  const dying = (hangUp: 'end' | 'reset'): ScriptedControllerPlan => ({
    entries,
    script: (request) =>
      request.kind === 'search' && request.scope === 'subtree'
        ? { found: people.slice(0, 10), hangUp }
        : undefined,
  });

  it.each(['end', 'reset'] as const)(
    'makes room for the next one, and nobody is found twice: %s',
    async (how) => {
      await domain.add(dying(how));
      await domain.add({ entries });
      const reader = await domain.openReader();
      const { objects, cutBy } = await reader.searchObjects(search, signal);
      expect(new Set(objects.map(({ objectSid }) => objectSid)).size).toBe(people.length);
      expect({ count: objects.length, cutBy }).toEqual({ count: people.length, cutBy: null });
      expect(domain.passwordBinds).toHaveLength(2);
    },
  );

  it('that says before that it ends (RFC 4511, 4.4.1), busy or unavailable makes room, too', async () => {
    const refusing = (resultCode: number): ScriptedControllerPlan => ({
      entries,
      script: (request) =>
        request.kind === 'search' && request.scope === 'subtree' ? { result: { resultCode } } : undefined,
    });
    await domain.add(refusing(51));
    await domain.add(refusing(52));
    await domain.add({ entries });
    const reader = await domain.openReader();
    expect((await reader.searchObjects(search, signal)).objects).toHaveLength(people.length);
  });

  it('is told when all are lost, each asked once', async () => {
    await domain.add(dying('end'));
    await domain.add(dying('reset'));
    const reader = await domain.openReader();
    await expect(reader.searchObjects(search, signal)).rejects.toMatchObject({
      code: 'DIRECTORY_UNREACHABLE',
      data: { finding: { code: 'ldapConnectionEnded', severity: 'error' } },
    });
    expect(domain.passwordBinds.length).toBeLessThanOrEqual(3);
  });

  it('is made up for in a proof by the next one', async () => {
    await domain.add(dying('reset'));
    await domain.add({ entries });
    const { lines, outcome, faults } = await domain.prove({}, 'anna0');
    expect(lines).toContain('search dc1 failed ldapConnectionEnded');
    expect(lines).toContain('search dc2 passed');
    expect({ outcome, faults }).toEqual({ outcome: 'passed', faults: [] });
  });
});

describe.skipIf(!availability.available)('a real controller that is lost', () => {
  let lab: DirectoryLab;
  let network: CuttableProxy;
  const readers = new DirectoryReaders();

  beforeAll(async () => {
    lab = await startDirectoryLab({ secondController: true });
    network = await startCuttableProxy({
      address: lab.unusedAddress(150),
      target: lab.controllers[0].address,
      ports: [389, 636],
    });
  });
  afterAll(async () => {
    readers.close();
    await network.close();
    await lab.stop();
  });

  it('is not waited for when DNS answers it first', async () => {
    const [, second] = lab.controllers;
    const dead = { name: `dc1.${lab.domain}`, address: lab.unusedAddress(151) };
    lab.dns.announce(lab.domain, [dead, ...(second ? [second] : [])]);
    const { reader } = readers.open(labValues(lab), inOrder);
    const { objects } = await reader.searchObjects(searchFor(lab.domain, 'alice'), signal);
    expect(objects.map(({ accountName }) => accountName)).toContain('CORP\\alice');
    const { name, password } = lab.users.alice;
    expect((await reader.signIn({ name, password }, signal)).person.accountName).toBe('CORP\\alice');
  });

  it('in mid-search makes room for the second one', async () => {
    const [first, second] = lab.controllers;
    const behind = { name: first.name, address: network.address };
    lab.dns.announce(lab.domain, [behind, ...(second ? [second] : [])]);
    const { reader } = readers.open(labValues(lab), inOrder);
    // From now on a connection with the first one waits for the next search.
    await reader.listDomains(true, signal);
    const stopped: Promise<void>[] = [];
    network.onAnswer = () => {
      stopped.push(first.stop());
      network.cut();
    };
    const { objects } = await reader.searchObjects(searchFor(lab.domain, 'alice'), signal);
    await Promise.all(stopped);
    expect(stopped).not.toEqual([]);
    expect(objects.map(({ accountName }) => accountName)).toContain('CORP\\alice');
    expect(readers.unforeseen).toEqual([]);
  });
});
