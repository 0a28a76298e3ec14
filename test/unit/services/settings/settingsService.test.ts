import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Permission, permissions } from '../../../../electron/contract/permissions.ts';
import { createSettingsService } from '../../../../electron/services/settings/settingsService.ts';
import { identitySecret } from '../../../../electron/services/directory/settings/directorySecrets.ts';
import { slotContent, slotSecret } from '../../../../electron/services/mail/profiles/secretSlot.ts';
import { secretPlace } from '../../../../electron/services/secrets/storedSecret.ts';
import type {
  Settings,
  StoredDirectoryValues,
  StoredPassword,
  StoredSmtp,
} from '../../../../electron/stores/settings/settingsSchema.ts';
import { createVault } from '../../../../electron/stores/vault/createVault.ts';
import {
  createSettingsLab,
  directoryValues,
  having,
  insecurePassword,
  profileId,
  profileWith,
  smtpValues,
  vaultPassword,
  withDirectory,
} from '../../stores/settings/settingsLab.ts';

const everything = new Set(permissions);
const administrator = { held: everything, isAdministrator: true };

const createServiceLab = () => {
  const lab = createSettingsLab();
  const log = { error: () => undefined };
  const vault = createVault({
    directory: lab.directory,
    keyFile: path.join(lab.directory, 'vault.key'),
    log,
  });
  const service = createSettingsService({ settings: lab.store, vault, log });

  const pathOf = (record: string, values: StoredSmtp): { path: string; target: string } => {
    const secret = slotSecret(profileId, values, 'password');
    if (secret === null) throw new Error('These values have a password.');
    return secretPlace(secret, record);
  };

  /** Saves a profile with a password typed now, as the mail page does: the record that it replaces goes. */
  const saveTyped = async (
    value: string,
    changes: Partial<StoredSmtp> = {},
    old?: string,
  ): Promise<string> => {
    const record = randomUUID();
    const values = smtpValues(vaultPassword(record), changes);
    await vault.write(pathOf(record, values), value);
    await lab.save(having(profileWith(values)));
    if (old !== undefined) await vault.removeAll(pathOf(old, values).path);
    return record;
  };

  const active = ({ mail }: Settings): StoredSmtp => {
    const values = mail.profiles.find(({ id }) => id === profileId)?.active;
    if (values?.kind !== 'smtp') throw new Error('The profile should be there.');
    return values;
  };

  const passwordNow = async (): Promise<StoredPassword | undefined> =>
    slotContent<StoredPassword>(active(await lab.store.read()), 'password')?.password;

  return { ...lab, service, vault, saveTyped, pathOf, passwordNow, active };
};

describe('the settings of the console', () => {
  it('are saved as a revision of the person who did it', async () => {
    const { service } = createServiceLab();
    const { revision, general } = await service.getGeneral(true);
    const french = { ...general, language: 'fr' } as const;
    const saved = await service.saveGeneral(
      { revision, general: french },
      'anna',
      new Set(['settings.edit']),
    );
    expect(await service.getGeneral(true)).toEqual({ ...saved, general: french });
    const { revisions } = await service.listRevisions({ offset: 0, limit: 10 }, everything);
    expect(revisions).toMatchObject([{ by: 'anna', operation: 'settings.saveGeneral' }]);
    const { changes } = await service.compareRevisions({ from: 1, to: 1 }, everything);
    expect(changes).toEqual([]);
  });

  it('lead links in mails elsewhere only by the hand of somebody who may change the security rules', async () => {
    const { service, save } = createServiceLab();
    await save((settings) => settings);
    const leadTo = async (publicUrl: string | null, ...held: Permission[]) => {
      const { revision, general } = await service.getGeneral(true);
      return service.saveGeneral({ revision, general: { ...general, publicUrl } }, 'bruno', new Set(held));
    };
    const refusal = { code: 'NOT_ALLOWED', data: { permission: 'security.edit' } };
    await expect(leadTo('https://evil.example/', 'settings.edit')).rejects.toMatchObject(refusal);
    expect(await leadTo('https://console.example/', 'settings.edit', 'security.edit')).toEqual({
      revision: 2,
    });
    const restore = service.restoreRevision({ revision: 2, restore: 1 }, 'bruno', {
      held: new Set(['settings.edit']),
      isAdministrator: false,
    });
    await expect(restore).rejects.toMatchObject(refusal);
  });

  it('tell nobody who is not signed in where the pages are', async () => {
    const { service, save } = createServiceLab();
    await save(({ general, ...others }) => ({
      ...others,
      general: { ...general, publicUrl: 'https://console.example/' },
    }));
    expect((await service.getGeneral(false)).general.publicUrl).toBeNull();
    expect((await service.getGeneral(true)).general.publicUrl).toBe('https://console.example/');
  });
});

describe('what somebody sees of the changes', () => {
  const publicUrl = { path: 'general.publicUrl', before: null, after: '"https://console.example/"' };
  const rules = { path: 'security.isBasicAuthenticationRestricted', before: 'true', after: 'false' };

  const saveEverything = async () => {
    const lab = createServiceLab();
    await lab.save((settings) => settings);
    await lab.save((settings) => ({
      ...having(profileWith(smtpValues(vaultPassword(null))))(settings),
      general: { ...settings.general, publicUrl: 'https://console.example/' },
      security: { ...settings.security, isBasicAuthenticationRestricted: false },
    }));
    return lab;
  };

  it('is what may be seen elsewhere too, and how much else there is', async () => {
    const { service } = await saveEverything();
    const all = (await service.compareRevisions({ from: 1, to: 2 }, everything)).changes;
    const seenWith = async (...permissions: Permission[]) => {
      const held = new Set(['settings.view' as const, ...permissions]);
      const { revisions } = await service.listRevisions({ offset: 0, limit: 1 }, held);
      const compared = await service.compareRevisions({ from: 1, to: 2 }, held);
      expect(revisions).toMatchObject([compared]);
      return compared;
    };
    const ofMail = all.filter(({ path }) => path.startsWith('mail.'));
    expect(ofMail.length).toBeGreaterThan(1);
    expect(all).toHaveLength(ofMail.length + 2);
    expect(await seenWith()).toEqual({ changes: [publicUrl], hiddenChanges: ofMail.length + 1 });
    expect(await seenWith('security.view')).toEqual({
      changes: [publicUrl, rules],
      hiddenChanges: ofMail.length,
    });
    expect(await seenWith('mail.view')).toEqual({ changes: [publicUrl, ...ofMail], hiddenChanges: 1 });
    expect(await seenWith('mail.view', 'security.view')).toEqual({ changes: all, hiddenChanges: 0 });
  });

  it('holds for what a restore would change', async () => {
    const { service } = await saveEverything();
    const preview = await service.previewRestore({ restore: 1 }, new Set(['settings.view', 'security.view']));
    expect(preview.changes).toMatchObject([{ path: publicUrl.path }, { path: rules.path }]);
    expect(preview.hiddenChanges).toBeGreaterThan(0);
  });
});

describe('restoring a revision', () => {
  it('makes it the newest one', async () => {
    const { service, store, save } = createServiceLab();
    await save(having(profileWith(smtpValues(vaultPassword(null), { port: 25 }))));
    await save(having(profileWith(smtpValues(vaultPassword(null), { port: 587 }))));
    expect(await service.restoreRevision({ revision: 2, restore: 1 }, 'bruno', administrator)).toEqual({
      revision: 3,
    });
    expect((await store.read()).mail).toEqual((await store.readRevision(1)).mail);
    const { revisions } = await service.listRevisions({ offset: 0, limit: 1 }, everything);
    expect(revisions).toMatchObject([{ revision: 3, by: 'bruno', operation: 'settings.restoreRevision' }]);
  });

  it('leaves language and theme as they are: they are how a person reads, not how the server sends', async () => {
    const { service, store, save } = createServiceLab();
    await save((settings) => ({ ...settings, general: { ...settings.general, emailAlerts: true } }));
    const own = { language: 'fr', theme: 'dark', emailAlerts: false, publicUrl: null } as const;
    await save((settings) => ({ ...settings, general: own }));
    await service.restoreRevision({ revision: 2, restore: 1 }, 'anna', administrator);
    expect((await store.read()).general).toEqual({ ...own, emailAlerts: true });
  });

  it('changes no rules and no profiles for somebody who may not change them one by one', async () => {
    const { service, save } = createServiceLab();
    await save((settings) => ({
      ...settings,
      security: { ...settings.security, isBasicAuthenticationRestricted: false },
    }));
    await save((settings) => ({
      ...settings,
      security: { ...settings.security, isBasicAuthenticationRestricted: true },
    }));
    await save(having(profileWith(smtpValues(vaultPassword(null)))));
    const restore = (to: number, ...held: Permission[]) =>
      service.restoreRevision({ revision: 3, restore: to }, 'bruno', {
        held: new Set(held),
        isAdministrator: false,
      });
    const needs = (permission: Permission) => ({ code: 'NOT_ALLOWED', data: { permission } });
    await expect(restore(1, 'settings.edit')).rejects.toMatchObject(needs('security.edit'));
    await expect(restore(1, 'security.edit')).rejects.toMatchObject(needs('mail.create'));
    await expect(restore(2, 'mail.create', 'mail.edit')).rejects.toMatchObject(needs('mail.delete'));
    expect(await restore(2, 'mail.create', 'mail.edit', 'mail.delete')).toEqual({ revision: 4 });
  });

  it('is refused on top of a revision that is no longer in force', async () => {
    const { service, save } = createServiceLab();
    await save((settings) => settings);
    await save((settings) => settings);
    const refused = service.restoreRevision({ revision: 1, restore: 1 }, 'bruno', administrator);
    await expect(refused).rejects.toMatchObject({ code: 'CONFLICT', data: { revision: 2 } });
  });

  it('keeps today’s password where the server and the account are the same', async () => {
    const { service, saveTyped, passwordNow } = createServiceLab();
    const first = await saveTyped('first', { timeoutMs: 1_000 });
    const second = await saveTyped('second', {}, first);
    await service.restoreRevision({ revision: 2, restore: 1 }, 'anna', administrator);
    expect(await passwordNow()).toEqual(vaultPassword(second));
  });

  it('asks for the password again where it was stored for another server', async () => {
    const { service, saveTyped, passwordNow, vault, pathOf } = createServiceLab();
    const first = await saveTyped('first', { host: 'old.corp.example' });
    const second = await saveTyped('second', {}, first);
    await service.restoreRevision({ revision: 2, restore: 1 }, 'anna', administrator);
    expect(await passwordNow()).toEqual(vaultPassword(null));
    const { path: unused } = pathOf(second, smtpValues(vaultPassword(second)));
    expect(await vault.has(unused)).toBe(false);
  });

  it('keeps a password that is still in the vault', async () => {
    const { service, saveTyped, passwordNow, save } = createServiceLab();
    const record = await saveTyped('first');
    await save((settings) => ({ ...settings, general: { ...settings.general, theme: 'dark' } }));
    await service.restoreRevision({ revision: 2, restore: 1 }, 'anna', administrator);
    expect(await passwordNow()).toEqual(vaultPassword(record));
  });

  it('never brings an insecure string back from the history, but keeps today’s for the same target', async () => {
    const { service, save, passwordNow } = createServiceLab();
    await save(having(profileWith(smtpValues(insecurePassword('first'), { host: 'old.corp.example' }))));
    await save(having(profileWith(smtpValues(insecurePassword('second'), { timeoutMs: 1_000 }))));
    await save(having(profileWith(smtpValues(insecurePassword('third')))));
    await service.restoreRevision({ revision: 3, restore: 2 }, 'anna', administrator);
    expect(await passwordNow()).toEqual(insecurePassword('third'));
    await service.restoreRevision({ revision: 4, restore: 1 }, 'anna', administrator);
    expect(await passwordNow()).toEqual(insecurePassword(''));
  });
});

describe('restoring a directory', () => {
  const read = directoryValues(insecurePassword('first'));
  const passwordIn = (values: StoredDirectoryValues | null): StoredPassword | null =>
    values?.identity.mode === 'password' ? values.identity.password : null;

  it('takes an administrator, who may change it', async () => {
    const { service, save } = createServiceLab();
    await save((settings) => settings);
    await save(withDirectory(read));
    const restore = (...held: Permission[]) =>
      service.restoreRevision({ revision: 2, restore: 1 }, 'bruno', {
        held: new Set(held),
        isAdministrator: false,
      });
    await expect(restore('settings.edit')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      data: { permission: 'directory.edit' },
    });
    await expect(restore('directory.edit')).rejects.toMatchObject({ code: 'ADMINISTRATOR_REQUIRED' });
    const byAdministrator = service.restoreRevision({ revision: 2, restore: 1 }, 'anna', administrator);
    expect(await byAdministrator).toEqual({ revision: 3 });
  });

  it('is seen before by those alone who may see the directory', async () => {
    const { service, save } = createServiceLab();
    await save((settings) => settings);
    await save(withDirectory(read));
    const preview = (...held: Permission[]) => service.previewRestore({ restore: 1 }, new Set(held));
    expect(await preview('settings.view')).toMatchObject({ changes: [], hiddenChanges: 1 });
    expect((await preview('directory.view')).changes).toEqual([
      { path: 'directory.active', before: '"corp.example"', after: null },
    ]);
  });

  it('keeps today’s password for the same domain, and asks for it again for another one', async () => {
    const { service, save, store } = createServiceLab();
    await save(withDirectory({ ...read, domain: 'old.example' }));
    await save(withDirectory({ ...read, timeoutMs: 1_000 }));
    await save(withDirectory(directoryValues(insecurePassword('third'))));
    await service.restoreRevision({ revision: 3, restore: 2 }, 'anna', administrator);
    expect(passwordIn((await store.read()).directory.active)).toEqual(insecurePassword('third'));
    await service.restoreRevision({ revision: 4, restore: 1 }, 'anna', administrator);
    expect(passwordIn((await store.read()).directory.active)).toEqual(insecurePassword(''));
  });

  it('removes the record of the vault that nothing names any longer', async () => {
    const { service, save, vault } = createServiceLab();
    const record = randomUUID();
    const secret = identitySecret(directoryValues(vaultPassword(record)));
    if (secret === null) throw new Error('These values have a password.');
    const place = secretPlace(secret, record);
    await vault.write(place, 'planted');
    await save((settings) => settings);
    await save(withDirectory(directoryValues(vaultPassword(record))));
    await service.restoreRevision({ revision: 2, restore: 1 }, 'anna', administrator);
    expect(await vault.has(place.path)).toBe(false);
  });
});

describe('what a restore would change', () => {
  it('is told before it is done, and is what it then does', async () => {
    const { service, store, saveTyped } = createServiceLab();
    await saveTyped('first', { host: 'old.corp.example' });
    await saveTyped('second', {}, undefined);
    const before = await store.read();
    const preview = await service.previewRestore({ restore: 1 }, everything);
    expect(preview).toMatchObject({ revision: 2, mailWillStay: false });
    expect(await store.read()).toEqual(before);
    const side = `mail.profiles.${profileId}.active`;
    expect(preview.changes).toEqual([
      { path: `${side}.host`, before: '"mail.corp.example"', after: '"old.corp.example"' },
      { path: `${side}.authentication.password.record`, before: 'secret', after: 'secret' },
    ]);
    await service.restoreRevision({ revision: preview.revision, restore: 1 }, 'anna', administrator);
    const { revisions } = await service.listRevisions({ offset: 0, limit: 1 }, everything);
    expect(revisions[0]?.changes).toEqual(preview.changes);
  });

  it('names the values that go with a draft: those in which it is not as what is in force', async () => {
    const { service, save } = createServiceLab();
    const active = smtpValues(vaultPassword(null));
    const draft = { ...active, host: 'new.corp.example', clientName: 'relay.corp.example' };
    await save(having({ ...profileWith(active), draft: null }));
    await save(having({ ...profileWith(active), draft }));
    const { changes } = await service.previewRestore({ restore: 1 }, everything);
    const side = `mail.profiles.${profileId}.draft`;
    expect(changes).toEqual([
      { path: side, before: '"head-office"', after: null },
      { path: `${side}.host`, before: '"new.corp.example"', after: null },
      { path: `${side}.clientName`, before: '"relay.corp.example"', after: null },
    ]);
  });

  it('says that a password will have to be typed again', async () => {
    const { service, saveTyped } = createServiceLab();
    const first = await saveTyped('first', { host: 'old.corp.example' });
    await saveTyped('second', {}, first);
    const { changes } = await service.previewRestore({ restore: 1 }, everything);
    expect(changes).toContainEqual({
      path: `mail.profiles.${profileId}.active.authentication.password.record`,
      before: 'secret',
      after: null,
    });
  });

  it('says when mail that leaves the machine would no longer', async () => {
    const { service, save } = createServiceLab();
    await save((settings) => settings);
    const relay = having(profileWith(smtpValues(vaultPassword(null))));
    await save((settings) => {
      const next = relay(settings);
      return { ...next, mail: { ...next.mail, defaultProfileId: profileId } };
    });
    const preview = await service.previewRestore({ restore: 1 }, everything);
    expect(preview.mailWillStay).toBe(true);
    expect(preview.changes).toContainEqual({
      path: `mail.profiles.${profileId}`,
      before: '"head-office"',
      after: null,
    });
    await service.restoreRevision({ revision: 2, restore: 1 }, 'anna', administrator);
    expect((await service.previewRestore({ restore: 2 }, everything)).mailWillStay).toBe(false);
  });

  it('is nothing where only the language was another', async () => {
    const { service, save } = createServiceLab();
    await save((settings) => settings);
    await save((settings) => ({ ...settings, general: { ...settings.general, language: 'de' } }));
    expect((await service.previewRestore({ restore: 1 }, everything)).changes).toEqual([]);
  });
});
