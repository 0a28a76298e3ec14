import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ProveDirectoryInput } from '../../../../electron/contract/directory/directory.contract.ts';
import type { ProofEvent, ProofRecord, StageName } from '../../../../electron/contract/proof/proof.ts';
import { createDirectoryProving } from '../../../../electron/services/directory/directoryProving.ts';
import { createLiveSecrets } from '../../../../electron/stores/vault/liveSecrets.ts';
import { createDirectoryLab, directoryWrite, keptWrite } from './settings/directoryLab.ts';

const never = new AbortController().signal;

const whole: Omit<ProveDirectoryInput, 'values'> = { testUser: null, stages: null, controller: null };

/** A prover whose proof fails at one stage, and which says what the log would have masked meanwhile. */
const createProvingLab = (stage: StageName = 'bind') => {
  const lab = createDirectoryLab();
  const secrets = createLiveSecrets();
  const proofs = new Map<string, ProofRecord>();
  const masked: string[] = [];
  const prove = createDirectoryProving({
    ...{ settings: lab.service, secrets, log: { error: () => undefined } },
    proofs: { find: (proofId) => proofs.get(proofId) ?? null },
    prove: () =>
      async function* (): AsyncGenerator<ProofEvent> {
        const proofId = randomUUID();
        masked.push(secrets.mask('the password is first-password'));
        proofs.set(proofId, { ...(await lab.recordOf({ values: keptWrite() }, 'failed')), stage });
        yield { type: 'finished', proofId, outcome: 'failed', fingerprint: '', durationMs: 1 };
      },
  });
  const proveAll = async (changes: Partial<ProveDirectoryInput> = {}): Promise<void> => {
    const events = await prove({ ...whole, values: keptWrite(), ...changes }, 'anna', never);
    for await (const event of events) expect(event.type).toBe('finished');
  };
  return { ...lab, masked, secrets, proveAll };
};

describe('proving a directory', () => {
  it('notes the result of the values in force, and masks the password for as long as it runs', async () => {
    const lab = createProvingLab();
    await lab.proveAndSave(directoryWrite());
    await lab.proveAll();
    expect(await lab.service.getSettings()).toMatchObject({ state: 'failed', proof: { stage: 'bind' } });
    expect(lab.masked.join()).not.toContain('first-password');
    expect(lab.secrets.mask('first-password')).toBe('first-password');
  });

  it.each<[StageName, string | null, string]>([
    ['groups', 'CORP\\nobody', 'proven'],
    ['groups', null, 'failed'],
    ['rootdse', 'CORP\\nobody', 'failed'],
  ])('that fails at %s for %s leaves the directory %s', async (stage, testUser, state) => {
    const lab = createProvingLab(stage);
    await lab.proveAndSave(directoryWrite());
    await lab.proveAll({ testUser });
    expect(await lab.service.getSettings()).toMatchObject({ state });
  });

  it('does not begin where a password has to be typed, or a stage is none of a directory', async () => {
    const lab = createProvingLab();
    await expect(lab.proveAll()).rejects.toMatchObject({ code: 'SECRET_REQUIRED' });
    await expect(lab.proveAll({ values: directoryWrite(), stages: ['greet'] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['stages', 0] }] },
    });
    expect(lab.masked).toEqual([]);
  });
});
