import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../../electron/stores/settings/settingsSchema.ts';
import { revisionsKept } from '../../../../electron/stores/settings/settingsHistory.ts';
import {
  createSettingsLab,
  directoryValues,
  having,
  insecurePassword,
  otherRecordId,
  profileId,
  profileWith,
  recordId,
  smtpValues,
  vaultPassword,
  withDirectory,
} from './settingsLab.ts';

const path = `mail.profiles.${profileId}.active`;
const password = `${path}.authentication.password`;

const theme =
  (name: 'light' | 'dark') =>
  (settings: Settings): Settings => ({
    ...settings,
    general: { ...settings.general, theme: name },
  });

describe('the history', () => {
  it('says who changed what and when, newest first, secrets as a word', async () => {
    const { store, save } = createSettingsLab();
    await save(having(profileWith(smtpValues(vaultPassword(recordId)))));
    await save(
      having(profileWith(smtpValues(vaultPassword(otherRecordId), { port: 25 }))),
      'mail.saveProfile',
      'bruno',
    );
    const { total, revisions } = await store.listRevisions(0, 10);
    expect(total).toBe(2);
    expect(revisions[0]).toMatchObject({ revision: 2, by: 'bruno', operation: 'mail.saveProfile' });
    expect(revisions[0]?.changes).toEqual([
      { path: `${path}.port`, before: '587', after: '25' },
      { path: `${password}.record`, before: 'secret', after: 'secret' },
    ]);
    expect(JSON.stringify(revisions)).not.toContain(recordId);
  });

  it('says that the system refuses a record, not that there is none', async () => {
    const { store, save, inDirectory } = createSettingsLab();
    await save(theme('dark'));
    const record = inDirectory('revisions', '00000001.revision');
    rmSync(record);
    mkdirSync(record);
    const refusal = { code: 'STORAGE_FAILED', data: { systemCode: 'EISDIR', file: record } };
    await expect(store.readRevision(1)).rejects.toMatchObject(refusal);
    await expect(store.listRevisions(0, 10)).rejects.toMatchObject(refusal);
  });

  it('says that the system refuses the folder', async () => {
    const { store, save, inDirectory } = createSettingsLab();
    await save(theme('dark'));
    rmSync(inDirectory('revisions'), { recursive: true });
    writeFileSync(inDirectory('revisions'), '');
    await expect(store.listRevisions(0, 10)).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      data: { systemCode: 'ENOTDIR', file: inDirectory('revisions') },
    });
  });

  it('is read in pages', async () => {
    const { store, save } = createSettingsLab();
    for (const name of ['light', 'dark', 'light'] as const) await save(theme(name));
    const page = await store.listRevisions(1, 1);
    expect(page.total).toBe(3);
    expect(page.revisions.map(({ revision }) => revision)).toEqual([2]);
  });

  it('keeps the settings of each revision, without insecure strings', async () => {
    const { store, save } = createSettingsLab();
    const saved = await save(having(profileWith(smtpValues(insecurePassword('planted')))));
    await save(theme('dark'));
    const then = await store.readRevision(1);
    expect(then).toEqual(having(profileWith(smtpValues(insecurePassword(''))))(saved));
    await expect(store.readRevision(3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps no insecure string of the directory either, and says that it was replaced', async () => {
    const { store, save } = createSettingsLab();
    const insecure = (value: string) => directoryValues(insecurePassword(value));
    await save(withDirectory(insecure('planted'), insecure('drafted')));
    await save(withDirectory(insecure('other'), insecure('drafted')));
    const blank = insecure('');
    expect((await store.readRevision(1)).directory).toEqual({ active: blank, draft: blank });
    expect(await store.compareRevisions(1, 2)).toEqual([
      { path: 'directory.active.identity.password.value', before: 'secret', after: 'secret' },
    ]);
  });

  it('compares two revisions in both directions, and knows that an insecure string was replaced', async () => {
    const { store, save } = createSettingsLab();
    await save(having(profileWith(smtpValues(insecurePassword('first')))));
    await save(theme('dark'));
    await save(having(profileWith(smtpValues(insecurePassword('second'), { port: 25 }))));
    expect(await store.compareRevisions(1, 3)).toEqual([
      { path: 'general.theme', before: '"system"', after: '"dark"' },
      { path: `${path}.port`, before: '587', after: '25' },
      { path: `${password}.value`, before: 'secret', after: 'secret' },
    ]);
    expect(await store.compareRevisions(2, 1)).toEqual([
      { path: 'general.theme', before: '"dark"', after: '"system"' },
    ]);
  });

  it('says nothing of an insecure string whose draft came and went meanwhile', async () => {
    const { store, save } = createSettingsLab();
    const inForce = smtpValues(vaultPassword(recordId));
    await save(having(profileWith(inForce)));
    await save(having(profileWith(inForce, smtpValues(insecurePassword('first'), { port: 25 }))));
    await save(having(profileWith(inForce)));
    expect(await store.compareRevisions(1, 3)).toEqual([]);
    const draft = `mail.profiles.${profileId}.draft`;
    expect(await store.compareRevisions(2, 1)).toEqual([
      { path: draft, before: '"head-office"', after: null },
    ]);
    const secrets = (await store.compareRevisions(1, 2)).filter(({ path }) => path.endsWith('.value'));
    expect(secrets).toMatchObject([{ after: 'secret' }]);
  });

  it('does not show a save that was cut off before the settings were written', async () => {
    const lab = createSettingsLab();
    await lab.save(theme('dark'));
    const [record] = readdirSync(lab.inDirectory('revisions'));
    expect(record).toBe('00000001.revision');
    writeFileSync(lab.inDirectory('revisions', '00000002.revision'), 'never acknowledged');
    expect((await lab.store.listRevisions(0, 10)).total).toBe(1);
    await lab.save(theme('light'));
    expect((await lab.store.listRevisions(0, 10)).revisions.map(({ revision }) => revision)).toEqual([2, 1]);
  });

  it('leaves out a damaged record, and says so in the log', async () => {
    const { store, save, problems, inDirectory } = createSettingsLab();
    await save(theme('dark'));
    await save(theme('light'));
    writeFileSync(inDirectory('revisions', '00000001.revision'), 'damaged');
    const { revisions } = await store.listRevisions(0, 10);
    expect(revisions.map(({ revision }) => revision)).toEqual([2]);
    expect(problems).toMatchObject([{ event: 'settings.revisionUnreadable', fields: { revision: 1 } }]);
  });

  it(`keeps the last ${revisionsKept} revisions`, async () => {
    const { store, save, file, inDirectory } = createSettingsLab();
    const saved = await save(theme('dark'));
    writeFileSync(file, JSON.stringify({ ...saved, revision: revisionsKept }));
    for (let revision = 1; revision <= revisionsKept; revision += 1)
      writeFileSync(inDirectory('revisions', `${String(revision).padStart(8, '0')}.revision`), '');
    await save(theme('light'));
    expect((await store.listRevisions(0, 1)).total).toBe(revisionsKept);
    expect(readdirSync(inDirectory('revisions'))).not.toContain('00000001.revision');
  });
});
