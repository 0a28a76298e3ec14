import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import { permissions } from '../../../../electron/contract/permissions.ts';
import { createSettingsService } from '../../../../electron/services/settings/settingsService.ts';
import {
  createSettingsLab,
  having,
  insecurePassword,
  profileId,
  profileWith,
  smtpValues,
  vaultPassword,
} from '../../stores/settings/settingsLab.ts';
import { createFakeVault } from '../mail/fakeVault.ts';

const administrator = { held: new Set(permissions), isAdministrator: true };

it('restores a backup whole, and asks again for passwords that the vault no longer has', async () => {
  const lab = createSettingsLab();
  const { vault } = createFakeVault();
  const service = createSettingsService({ settings: lab.store, vault, log: { error: () => undefined } });
  const draft = smtpValues(insecurePassword('insecure'));
  await lab.save(having(profileWith(smtpValues(vaultPassword()), draft)));
  writeFileSync(lab.file, 'damaged');
  const health = await service.getHealth();
  if (health.state !== 'unreadable') throw new Error('The settings should be unreadable.');
  expect(await service.restoreBackup(health.backups[0]?.name ?? '', 'anna', administrator)).toEqual({
    revision: 2,
  });
  const { mail } = await lab.store.read();
  expect(mail.profiles.find(({ id }) => id === profileId)).toEqual(
    profileWith(smtpValues(vaultPassword(null)), draft),
  );
});

it('leaves the reference to a password alone while the vault cannot be read', async () => {
  const lab = createSettingsLab();
  const { vault } = createFakeVault();

  const unreadable = { ...vault, has: () => Promise.reject(fail('SECRET_UNREADABLE', {})) };
  const service = createSettingsService({
    settings: lab.store,
    vault: unreadable,
    log: { error: () => undefined },
  });
  const saved = await lab.save(having(profileWith(smtpValues(vaultPassword()))));
  await service.restoreRevision({ revision: 1, restore: 1 }, 'anna', administrator);
  expect((await lab.store.read()).mail).toEqual(saved.mail);
});

it('restores no backup with other rules for somebody who may not change them', async () => {
  const lab = createSettingsLab();
  const { vault } = createFakeVault();
  const service = createSettingsService({ settings: lab.store, vault, log: { error: () => undefined } });
  for (const isBasicAuthenticationRestricted of [false, true])
    await lab.save((settings) => ({
      ...settings,
      security: { ...settings.security, isBasicAuthenticationRestricted },
    }));
  writeFileSync(lab.file, 'damaged');
  const health = await service.getHealth();
  if (health.state !== 'unreadable') throw new Error('The settings should be unreadable.');
  const [strict, weak] = health.backups.map(({ name }) => name);
  const restore = (name = '') =>
    service.restoreBackup(name, 'bruno', { held: new Set(['settings.edit']), isAdministrator: false });
  await expect(restore(weak)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    data: { permission: 'security.edit' },
  });
  expect(await restore(strict)).toEqual({ revision: 3 });
});
