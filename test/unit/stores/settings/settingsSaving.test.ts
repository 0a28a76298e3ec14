import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../electron/stores/settings/settingsSchema.ts';
import { builtInProfileId } from '../../../../electron/stores/settings/defaultSettings.ts';
import { createSettingsLab, having, profileWith, smtpValues, vaultPassword } from './settingsLab.ts';

const head = profileWith(smtpValues(vaultPassword()));

describe('a fresh installation', () => {
  it('has the built-in mailbox as its default, and writes nothing until something is saved', async () => {
    const { store, file } = createSettingsLab();
    const { revision, mail } = await store.read();
    expect(revision).toBe(0);
    expect(mail.defaultProfileId).toBe(builtInProfileId);
    expect(mail.profiles).toMatchObject([{ id: builtInProfileId, active: { kind: 'capture' } }]);
    expect(await store.health()).toEqual({ state: 'ready' });
    expect(existsSync(file)).toBe(false);
  });

  it('keeps everything open to its owner only', async () => {
    const { save, directory, inDirectory } = createSettingsLab();
    await save(having(head));
    const names = readdirSync(directory, { recursive: true }).map(String);
    expect(names).toContain('settings.json');
    for (const name of names) expect(statSync(inDirectory(name)).mode & 0o077).toBe(0);
  });
});

describe('saving', () => {
  it('stores the next revision, and every other program sees it', async () => {
    const lab = createSettingsLab();
    const other = createSettingsLab(undefined, lab.directory);
    await other.store.read();
    const saved = await lab.save(having(head));
    expect(saved.revision).toBe(1);
    expect(await other.store.read()).toEqual(saved);
  });

  it('refuses to save on top of a revision that is no longer in force', async () => {
    const lab = createSettingsLab();
    await lab.save(having(head));
    const request = { revision: 0, by: 'bruno', operation: 'settings.saveGeneral' };
    const refused = lab.store.save(request, (settings) => settings);
    await expect(refused).rejects.toMatchObject({ code: 'CONFLICT', data: { revision: 1 } });
  });

  it('does not store what a change made wrong', async () => {
    const lab = createSettingsLab();
    const saved = await lab.save(having(head));
    const wrong = lab.save(having({ ...head, active: { ...smtpValues(vaultPassword()), port: 70_000 } }));
    await expect(wrong).rejects.toThrow();
    expect(await lab.store.read()).toEqual(saved);
  });

  it('sweeps away what a crash left unfinished', async () => {
    const { store, inDirectory } = createSettingsLab();
    mkdirSync(inDirectory('staging'));
    const leftovers = [
      inDirectory('staging', 'settings.json.tmp-1732154965190d9f2'),
      inDirectory('staging', 'kept'),
    ];
    for (const leftover of leftovers) writeFileSync(leftover, 'planted');
    await store.read();
    expect(leftovers.map((leftover) => existsSync(leftover))).toEqual([false, true]);
  });

  it('says which file could not be written, and why, and leaves no trace of it in the history', async () => {
    const { store, save, file, inDirectory } = createSettingsLab();
    writeFileSync(inDirectory('staging'), 'a file where a folder belongs');
    await expect(save(having(head))).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      data: { systemCode: 'EEXIST', file },
    });
    expect(await store.listRevisions(0, 10)).toEqual({ total: 0, revisions: [] });
  });

  it('writes indented JSON that a person can read', async () => {
    const { save, file } = createSettingsLab();
    await save(having(profileWith(smtpValues(vaultPassword(), { name: 'Zürich' }))));
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('"name": "Zürich"');
    expect(JSON.parse(text)).toMatchObject({ schemaVersion, revision: 1 });
  });
});
