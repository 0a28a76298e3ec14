import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PingError } from '../../../electron/protocols/ldap/cldapPing.ts';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';
import type { DirectoryEntry } from '../../lab/faults/directoryAnswer.ts';
import { entries, healthy, healthyParts } from './healthyDomain.ts';
import { proveDirectory } from './proveScripted.ts';
import { ScriptedDomain } from './scriptedDomain.ts';
import { root } from './scriptedEntries.ts';

let domain: ScriptedDomain;
beforeEach(() => {
  domain = new ScriptedDomain();
});
afterEach(() => domain.close());

/** trustAttributes (MS-ADTS 6.1.6.7.9). */
const attributes = { quarantined: 0x4, forest: 0x8, selective: 0x10 };
const directions = { disabled: '0', inbound: '1', outbound: '2', both: '3' };

const trust = (
  name: string,
  trustAttributes: number,
  direction: keyof typeof directions = 'both',
): DirectoryEntry => ({
  dn: `CN=${name},CN=System,${root}`,
  attributes: {
    ...{ objectClass: ['trustedDomain'], trustPartner: [name], flatName: ['PARTNER'], trustType: ['2'] },
    ...{ trustDirection: [directions[direction]], trustAttributes: [String(trustAttributes)] },
  },
});

const proveTrusts = async (trusts: readonly DirectoryEntry[], rest: Partial<DirectoryProofParts> = {}) => {
  await domain.add(healthy({ entries: [...entries, ...trusts] }));
  const { results, faults } = await proveDirectory(healthyParts(domain, rest), {
    ...{ directory: await domain.values(), stages: ['trusts'] },
  });
  expect(faults).toEqual([]);
  const [result] = results;
  return { finding: result?.finding, lines: result?.evidence.facts.trusts ?? [], status: result?.status };
};

describe('the trusts of a proof', () => {
  it('tell of selective authentication and of SID filtering on the line of each trust', async () => {
    const { finding, lines, status } = await proveTrusts([
      trust('chosen.example', attributes.forest | attributes.selective),
      trust('guarded.example', attributes.quarantined),
      trust('guarded-too.example', attributes.forest | attributes.quarantined | attributes.selective),
      trust('plain.example', attributes.forest),
    ]);
    expect(lines).toEqual([
      'chosen.example · PARTNER · forest · bidirectional · transitive · trustSelective · 1 ms',
      'guarded-too.example · PARTNER · forest · bidirectional · transitive · trustQuarantined · trustSelective · 1 ms',
      'plain.example · PARTNER · forest · bidirectional · transitive · 1 ms',
      'guarded.example · PARTNER · external · bidirectional · trustQuarantined · 1 ms',
    ]);
    expect(finding).toMatchObject({
      ...{ code: 'trustSelective', severity: 'warning', who: 'directoryAdministrator' },
      parameters: { trust: 'chosen.example, guarded-too.example' },
    });
    expect(status).toBe('passed');
  });

  it('tell of SID filtering alone as of something that may well be wanted', async () => {
    const { finding } = await proveTrusts([trust('guarded.example', attributes.quarantined, 'outbound')]);
    expect(finding).toMatchObject({
      ...{ code: 'trustQuarantined', severity: 'note', who: 'directoryAdministrator' },
      parameters: { trust: 'guarded.example' },
    });
  });

  it.each(['inbound', 'disabled'] as const)(
    'say nothing of what is filtered where nobody is let in over the trust: %s',
    async (direction) => {
      const limits = attributes.quarantined | attributes.selective;
      const { lines } = await proveTrusts([trust('partner.example', limits, direction)]);
      expect(lines).toEqual([`partner.example · PARTNER · external · ${direction} · 1 ms`]);
    },
  );

  it('tell first of a domain that does not answer', async () => {
    const ping: DirectoryProofParts['ping'] = async () => {
      throw new PingError('timedOut');
    };
    const { finding, lines } = await proveTrusts([trust('chosen.example', attributes.selective)], { ping });
    expect(finding?.code).toBe('trustUnreachable');
    expect(lines).toEqual([
      'chosen.example · PARTNER · external · bidirectional · trustSelective · controllerPingUnanswered',
    ]);
  });
});
