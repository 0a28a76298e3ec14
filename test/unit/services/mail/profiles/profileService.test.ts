import { describe, expect, it } from 'vitest';
import { fail } from '../../../../../electron/contract/failures.ts';
import { captureId } from '../fakeSettings.ts';
import { authorityPem, serverPem } from '../../../protocols/tls/certificateSamples.ts';
import { arrivalWrite, createProfileLab, keptSignIn, smtpWrite } from './profileLab.ts';

const unknownId = '00000000-0000-4000-8000-00000000ffff';

describe('saving a profile', () => {
  it('puts values in force that a proof has passed, and says who saved', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const { profile, revision } = await lab.service.getProfile(id);
    expect(profile.summary).toMatchObject({
      state: 'proven',
      hasDraft: false,
      target: 'mail.corp.example:587',
    });
    expect(profile.values).toMatchObject({
      authentication: { password: { source: 'vault', stored: true } },
    });
    expect(lab.settings.saves).toEqual([
      { revision: revision - 1, by: 'anna', operation: 'mail.saveProfile' },
    ]);
  });

  it('refuses values without a proof, with a failed one, and with a proof of other values', async () => {
    const lab = createProfileLab();
    const values = smtpWrite();
    const proofs = [
      null,
      unknownId,
      await lab.prove({ id: null, values }, 'failed'),
      await lab.prove({ id: null, values: smtpWrite({ port: 25 }) }),
      await lab.prove({
        id: null,
        values: smtpWrite({
          authentication: {
            mode: 'password',
            mechanism: null,
            userName: { source: 'value', value: 'alice' },
            password: { source: 'vault', secret: { action: 'set', value: 'another-password' } },
          },
        }),
      }),
    ];
    for (const proofId of proofs)
      await expect(
        lab.service.saveProfile({ revision: 1, id: null, values, proofId, asDraft: false }, 'anna'),
      ).rejects.toMatchObject({ code: 'PROOF_REQUIRED' });
    expect(lab.settings.current().mail.profiles).toHaveLength(1);
    expect([...lab.vault.records.keys()]).toEqual(['proof/fingerprintKey']);
  });

  it('keeps a draft beside what works, and drops it when its proven values take over', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const draft = smtpWrite({ timeoutMs: 60_000, authentication: keptSignIn() });
    await lab.saveDraft(draft, id);
    const withDraft = (await lab.service.getProfile(id)).profile;
    expect(withDraft.summary).toMatchObject({ state: 'proven', hasDraft: true });
    expect(withDraft.values).toMatchObject({ timeoutMs: 30_000 });
    expect(withDraft.draft).toMatchObject({ timeoutMs: 60_000 });
    await lab.proveAndSave(draft, id);
    const after = (await lab.service.getProfile(id)).profile;
    expect(after).toMatchObject({ values: { timeoutMs: 60_000 }, draft: null });
    expect(lab.secretsOf(id)).toEqual(['first-password']);
  });

  it('leaves the waiting draft alone when what was in force is changed', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    await lab.saveDraft(smtpWrite({ host: 'new.corp.example' }), id);
    const values = smtpWrite({ timeoutMs: 5_000, authentication: keptSignIn() });
    const proofId = await lab.prove({ id, values, keepFrom: 'active' });
    const { revision } = lab.settings.current();
    await lab.service.saveProfile(
      { revision, id, values, keepFrom: 'active', proofId, asDraft: false },
      'anna',
    );
    const { profile } = await lab.service.getProfile(id);
    expect(profile).toMatchObject({ values: { timeoutMs: 5_000 }, draft: { host: 'new.corp.example' } });
  });

  it('refuses a name that another profile or draft has, whatever its case', async () => {
    const lab = createProfileLab();
    await lab.saveDraft(smtpWrite({ name: 'Branch' }));
    for (const name of ['branch', 'built-in MAILBOX'])
      await expect(lab.saveDraft(smtpWrite({ name }))).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        data: { issues: [{ path: ['name'], code: 'nameTaken' }] },
      });
  });

  it('refuses a certificate that is none, at its field', async () => {
    const lab = createProfileLab();
    const values = smtpWrite({ trust: { mode: 'certificate', pem: 'hello' } });
    const refusal = {
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['trust', 'pem'], code: 'certificate' }] },
    };
    await expect(lab.saveDraft(values)).rejects.toMatchObject(refusal);
    await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject(refusal);
  });

  it('trusts only the one certificate that a person was shown, of all that were pasted', async () => {
    const lab = createProfileLab();
    const pasted = { mode: 'certificate' as const, pem: `Our chain:\n${serverPem}\n${authorityPem}` };
    const values = smtpWrite({ trust: pasted, arrival: { ...arrivalWrite, trust: pasted } });
    const shown = { mode: 'certificate', pem: `${authorityPem}\n` };
    const trusted = { trust: shown, arrival: { trust: shown } };
    expect(await lab.service.resolveProfile({ id: null, values })).toMatchObject(trusted);
    const id = await lab.proveAndSave(values);
    expect((await lab.service.getProfile(id)).profile.values).toMatchObject(trusted);
    expect(await lab.service.resolveActive(id)).toMatchObject(trusted);
  });

  it('refuses a stale revision and an unknown profile before it writes a secret', async () => {
    const lab = createProfileLab();
    const draft = { values: smtpWrite(), proofId: null, asDraft: true };
    await expect(lab.service.saveProfile({ ...draft, revision: 7, id: null }, 'anna')).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { revision: 1 },
    });
    await expect(
      lab.service.saveProfile({ ...draft, revision: 1, id: unknownId }, 'anna'),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(lab.vault.records.size).toBe(0);
  });

  it('leaves the old password working and no other behind when the settings cannot be written', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const values = smtpWrite({
      authentication: {
        mode: 'password',
        mechanism: null,
        userName: { source: 'value', value: 'alice' },
        password: { source: 'vault', secret: { action: 'set', value: 'second-password' } },
      },
    });
    lab.settings.failNext(fail('STORAGE_FAILED', { systemCode: 'ENOSPC', file: 'settings.json' }));
    await expect(lab.proveAndSave(values, id)).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    expect(lab.secretsOf(id)).toEqual(['first-password']);
    const active = await lab.service.resolveActive(id);
    expect(active).toMatchObject({ authentication: { password: 'first-password' } });
    await lab.proveAndSave(values, id);
    expect(lab.secretsOf(id)).toEqual(['second-password']);
  });

  it('stores no insecure string in the vault and shows it to nobody', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(
      smtpWrite({
        authentication: {
          mode: 'password',
          mechanism: null,
          userName: { source: 'value', value: 'alice' },
          password: { source: 'insecure', secret: { action: 'set', value: 'plain-password' } },
        },
      }),
    );
    expect(lab.secretsOf(id)).toEqual([]);
    expect(JSON.stringify(await lab.service.getProfile(id))).not.toContain('plain-password');
    await lab.proveAndSave(smtpWrite({ timeoutMs: 9_000, authentication: keptSignIn('insecure') }), id);
    expect(await lab.service.resolveActive(id)).toMatchObject({
      authentication: { password: 'plain-password', source: 'insecure' },
    });
  });
});

describe('the state of a profile', () => {
  it('is draft, never proven, proven, failed, and changed', async () => {
    const lab = createProfileLab();
    const stateOf = async (id: string) => (await lab.service.getProfile(id)).profile.summary.state;
    expect(await stateOf(captureId)).toBe('neverProven');
    expect(await stateOf(await lab.saveDraft(smtpWrite({ name: 'waits' })))).toBe('draft');
    const id = await lab.proveAndSave(smtpWrite());
    expect(await stateOf(id)).toBe('proven');
    const values = smtpWrite({ authentication: keptSignIn() });
    await lab.service.recordProof(id, await lab.recordOf({ id, values }, 'failed'));
    expect(await stateOf(id)).toBe('failed');
    const { mail, ...rest } = lab.settings.current();
    const edited = mail.profiles.map((profile) =>
      profile.id === id && profile.active?.kind === 'smtp'
        ? { ...profile, active: { ...profile.active, clientName: 'edited.corp.example' } }
        : profile,
    );
    lab.settings.replace({ ...rest, mail: { ...mail, profiles: edited } });
    expect(await stateOf(id)).toBe('changed');
  });

  it('takes no note of a cancelled proof or of a proof of other values', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const same = { id, values: smtpWrite({ authentication: keptSignIn() }) };
    const other = { id, values: smtpWrite({ timeoutMs: 1_000, authentication: keptSignIn() }) };
    await lab.service.recordProof(id, await lab.recordOf(same, 'cancelled'));
    await lab.service.recordProof(id, await lab.recordOf(other, 'failed'));
    expect(lab.records.get(id)?.record.outcome).toBe('passed');
  });

  it.each([
    ['envelope', null, 'envelope'],
    ['deliver', null, null],
    ['envelope', arrivalWrite, 'envelope'],
    ['deliver', arrivalWrite, 'deliver'],
    ['arrive', arrivalWrite, null],
  ] as const)('says of a proof until %s how far it went', async (stage, arrival, provenOnlyUntil) => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite({ arrival }));
    const noted = lab.records.get(id);
    if (!noted) throw new Error('No proof is noted');
    lab.records.set(id, { ...noted, record: { ...noted.record, stage } });
    const { summary } = (await lab.service.getProfile(id)).profile;
    expect(summary).toMatchObject({ state: 'proven', provenOnlyUntil });
  });

  it('says how far it is proven only of what is proven', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const values = smtpWrite({ authentication: keptSignIn() });
    const failed = await lab.recordOf({ id, values }, 'failed');
    await lab.service.recordProof(id, { ...failed, stage: 'envelope' });
    const { summary } = (await lab.service.getProfile(id)).profile;
    expect(summary).toMatchObject({ state: 'failed', provenOnlyUntil: null });
  });

  it('needs no open vault', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    lab.vault.lock();
    expect((await lab.service.getProfile(id)).profile.summary.state).toBe('proven');
  });

  it('stays proven under another name', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const renamed = smtpWrite({ name: 'renamed', authentication: keptSignIn() });
    const proofId = await lab.prove({ id, values: smtpWrite({ authentication: keptSignIn() }) });
    const { revision } = lab.settings.current();
    const save = { revision, id, values: renamed, proofId, asDraft: false };
    const { profile } = await lab.service.saveProfile(save, 'anna');
    expect(profile.summary).toMatchObject({ name: 'renamed', state: 'proven' });
  });

  it('asks at the field for a password whose record is gone', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    lab.vault.records.clear();
    await expect(lab.service.resolveActive(id)).rejects.toMatchObject({
      code: 'SECRET_REQUIRED',
      data: { path: ['authentication', 'password'] },
    });
  });
});

describe('the list of profiles', () => {
  it('is in the order of names and marks the default one', async () => {
    const lab = createProfileLab();
    for (const name of ['relay 10', 'Relay 2', 'archive']) await lab.saveDraft(smtpWrite({ name }));
    const { profiles } = await lab.service.listProfiles();
    expect(profiles.map(({ name }) => name)).toEqual(['archive', 'Built-in mailbox', 'Relay 2', 'relay 10']);
    expect(profiles.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([captureId]);
  });
});

describe('removing', () => {
  it('takes a profile, its secrets and its proof away', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const { revision } = lab.settings.current();
    await lab.service.removeProfile({ id, revision }, 'anna');
    expect(lab.secretsOf(id)).toEqual([]);
    expect(lab.records.has(id)).toBe(false);
    await expect(lab.service.getProfile(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('while the vault is locked drops the password with the next save that finds it open', async () => {
    const lab = createProfileLab();
    const kept = await lab.proveAndSave(smtpWrite({ name: 'stays', arrival: arrivalWrite }));
    const id = await lab.proveAndSave(smtpWrite());
    const withoutPassword = smtpWrite({ name: 'relay', authentication: { mode: 'none' } });
    lab.vault.lock();
    await lab.service.removeProfile({ id, revision: lab.settings.current().revision }, 'anna');
    await lab.saveDraft(withoutPassword);
    expect(lab.secretsOf(id)).toEqual(['first-password']);
    lab.vault.unlock();
    await lab.saveDraft({ ...withoutPassword, name: 'another relay' });
    expect(lab.secretsOf(id)).toEqual([]);
    expect(lab.secretsOf(kept)).toEqual(['first-password', 'mailbox-password']);
    expect([...lab.vault.records.keys()]).toContain('proof/fingerprintKey');
  });

  it('never takes the default one', async () => {
    const lab = createProfileLab();
    await expect(lab.service.removeProfile({ id: captureId, revision: 1 }, 'anna')).rejects.toMatchObject({
      data: { issues: [{ path: ['id'], code: 'defaultProfile' }] },
    });
  });

  it('of a draft leaves what is in force, and drops the password that only the draft had', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    await lab.saveDraft(smtpWrite({ host: 'new.corp.example' }), id);
    expect(lab.secretsOf(id)).toHaveLength(2);
    await lab.service.discardDraft({ id, revision: lab.settings.current().revision }, 'anna');
    expect(lab.secretsOf(id)).toHaveLength(1);
    expect((await lab.service.getProfile(id)).profile).toMatchObject({
      draft: null,
      summary: { state: 'proven' },
    });
  });

  it('of the draft of a profile that has nothing else removes the profile', async () => {
    const lab = createProfileLab();
    const id = await lab.saveDraft(smtpWrite());
    await lab.service.discardDraft({ id, revision: lab.settings.current().revision }, 'anna');
    await expect(lab.service.getProfile(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the default profile', () => {
  it('can be any with values in force', async () => {
    const lab = createProfileLab();
    const draftId = await lab.saveDraft(smtpWrite({ name: 'waits' }));
    const { revision } = lab.settings.current();
    await expect(lab.service.setDefaultProfile({ id: draftId, revision }, 'anna')).rejects.toMatchObject({
      data: { issues: [{ code: 'draftOnly' }] },
    });
    const id = await lab.proveAndSave(smtpWrite());
    await lab.service.setDefaultProfile({ id, revision: lab.settings.current().revision }, 'anna');
    expect(await lab.service.resolveActive(null)).toMatchObject({ name: 'head-office' });
  });
});
