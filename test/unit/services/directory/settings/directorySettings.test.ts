import { describe, expect, it } from 'vitest';
import { authorityPem } from '../../../protocols/tls/certificateSamples.ts';
import { createDirectoryLab, directoryWrite, keptWrite } from './directoryLab.ts';

const unproven = { code: 'PROOF_REQUIRED' };

describe('saving a directory', () => {
  it('puts values in force that a proof has passed, and shows no secret', async () => {
    const lab = createDirectoryLab();
    const saved = await lab.proveAndSave(directoryWrite());
    expect(saved).toMatchObject({ revision: 2, state: 'proven', draft: null, proof: { outcome: 'passed' } });
    expect(saved.values?.identity).toEqual({
      ...{ mode: 'password', userName: { source: 'value', value: 'reader' } },
      password: { source: 'vault', stored: true },
    });
    expect(lab.secrets()).toEqual(['first-password']);
    expect(lab.settings.saves).toEqual([{ revision: 1, by: 'anna', operation: 'directory.saveSettings' }]);
    expect(await lab.service.getSettings()).toEqual(saved);
  });

  it('refuses values without a proof, with a failed one, and with one of other values', async () => {
    const lab = createDirectoryLab();
    const values = directoryWrite();
    const other = directoryWrite({ encryption: 'starttls' });
    const proofs = [null, await lab.prove({ values }, 'failed'), await lab.prove({ values: other })];
    for (const proofId of proofs) await expect(lab.save(values, proofId)).rejects.toMatchObject(unproven);
    expect(lab.secrets()).toEqual([]);
  });

  it('needs no proof where only the use of the directory changes, and keeps what was proven', async () => {
    const lab = createDirectoryLab();
    await lab.proveAndSave(directoryWrite());
    const search = { minimumLength: 2, size: 10, timeSeconds: 5 };
    const saved = await lab.save(
      keptWrite({ isEnabled: false, membershipCacheHours: 12, gainGuard: 5, search }),
    );
    expect(saved).toMatchObject({ state: 'proven', values: { isEnabled: false, search } });
    expect(lab.secrets()).toEqual(['first-password']);
  });

  it.each([
    ['domain controllers', { controllers: { source: 'dns', site: 'Paris' } }],
    ['time limit', { timeoutMs: 20_000 }],
    ['Global Catalog', { useGlobalCatalog: false }],
  ] as const)('needs a proof for another %s', async (_, changes) => {
    const lab = createDirectoryLab();
    await lab.proveAndSave(directoryWrite());
    await expect(lab.save(keptWrite(changes))).rejects.toMatchObject(unproven);
  });

  it('needs a proof for a password that is typed again', async () => {
    const lab = createDirectoryLab();
    await lab.proveAndSave(directoryWrite());
    await expect(lab.save(directoryWrite())).rejects.toMatchObject(unproven);
  });

  it('refuses that people sign in without encryption, also as a draft', async () => {
    const lab = createDirectoryLab();
    const refused = { data: { issues: [{ path: ['encryption'], code: 'signInUnencrypted' }] } };
    const values = directoryWrite({ encryption: 'none' });
    await expect(lab.saveDraft(values)).rejects.toMatchObject(refused);
    await expect(lab.service.resolveWritten({ values })).rejects.toMatchObject(refused);
    await lab.saveDraft({ ...values, isEnabled: false });
  });

  it('refuses a text that is no certificate, and keeps of several the one that is shown', async () => {
    const lab = createDirectoryLab();
    const trusting = (pem: string) => directoryWrite({ trust: { mode: 'certificate', pem } });
    await expect(lab.saveDraft(trusting('none'))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['trust', 'pem'], code: 'certificate' }] },
    });
    const { draft } = await lab.saveDraft(trusting(`a note\n${authorityPem}`));
    expect(JSON.stringify(draft?.trust)).not.toContain('a note');
  });

  it('is refused on top of a revision that is no longer in force', async () => {
    const lab = createDirectoryLab();
    const input = { revision: 0, values: directoryWrite(), proofId: null, asDraft: true };
    const refusal = { code: 'CONFLICT', data: { revision: 1 } };
    await expect(lab.service.saveSettings(input, 'anna')).rejects.toMatchObject(refusal);
  });
});

describe('a draft of a directory', () => {
  it('waits beside what works, with a password of its own', async () => {
    const lab = createDirectoryLab();
    await lab.proveAndSave(directoryWrite());
    const password = { source: 'vault', secret: { action: 'set', value: 'drafted' } } as const;
    const saved = await lab.saveDraft(directoryWrite({ timeoutMs: 500 }, password));
    expect(saved).toMatchObject({
      state: 'proven',
      values: { timeoutMs: 10_000 },
      draft: { timeoutMs: 500 },
    });
    expect(lab.secrets().sort()).toEqual(['drafted', 'first-password']);
  });

  it('alone is in force for nobody', async () => {
    const lab = createDirectoryLab();
    expect(await lab.service.getSettings()).toMatchObject({ values: null, state: null, proof: null });
    expect(await lab.saveDraft(directoryWrite())).toMatchObject({ values: null, state: 'draft' });
    await expect(lab.service.resolveActive()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes with its password when it is discarded, or taken over', async () => {
    const lab = createDirectoryLab();
    await lab.saveDraft(directoryWrite());
    const { revision } = lab.settings.current();
    expect(await lab.service.discardDraft({ revision }, 'bruno')).toMatchObject({ draft: null, state: null });
    expect(lab.secrets()).toEqual([]);
    await lab.saveDraft(directoryWrite());
    expect(await lab.proveAndSave(keptWrite())).toMatchObject({ draft: null, state: 'proven' });
    expect(lab.secrets()).toEqual(['first-password']);
  });

  it('cannot be discarded when there is none', async () => {
    const discarded = createDirectoryLab().service.discardDraft({ revision: 1 }, 'anna');
    await expect(discarded).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the result of a proof', () => {
  it('is noted when exactly the values in force were proven', async () => {
    const lab = createDirectoryLab();
    await lab.proveAndSave(directoryWrite());
    await lab.service.recordProof(await lab.recordOf({ values: keptWrite({ timeoutMs: 500 }) }, 'failed'));
    expect(await lab.service.getSettings()).toMatchObject({ state: 'proven' });
    expect(await lab.service.readProvenAt()).toBe(Date.parse('2026-11-21T14:02:00.000Z'));
    await lab.service.recordProof(await lab.recordOf({ values: keptWrite({ gainGuard: 7 }) }, 'failed'));
    expect(await lab.service.getSettings()).toMatchObject({ state: 'failed', proof: { outcome: 'failed' } });
    expect(await lab.service.readProvenAt()).toBe(null);
  });

  it('no longer holds for values that were changed behind its back', async () => {
    const lab = createDirectoryLab();
    await lab.proveAndSave(directoryWrite());
    const { directory, ...rest } = lab.settings.current();
    const active = directory.active && { ...directory.active, domain: 'other.example' };
    lab.settings.replace({ ...rest, directory: { ...directory, active } });
    expect(await lab.service.getSettings()).toMatchObject({ state: 'changed' });
    expect(await lab.service.readProvenAt()).toBe(null);
  });
});
