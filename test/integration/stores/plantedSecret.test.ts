import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { recordFigure } from './recordFigure.ts';
import { filesIn, filesWith } from './secretTraces.ts';
import {
  openStores,
  profileId,
  secretPlace,
  smtpValues,
  temporaryDirectory,
  withProfile,
} from './storeLab.ts';
import type { StoredSmtp } from '../../../electron/stores/settings/settingsSchema.ts';

const secret = 'Planted-Sëcret-4711';
const insecure = 'Planted-Insecure-0815';
const passphrase = 'planted passphrase of the vault';
const record = '22222222-2222-4222-8222-222222222222';

const { directory, remove } = temporaryDirectory();
afterAll(remove);

const insecureValues = (): StoredSmtp => ({
  ...smtpValues('insecure', record),
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'alice' },
    password: { source: 'insecure', value: insecure },
  },
});

it('keeps a planted secret out of every file, and an insecure string out of the history', async () => {
  const { settings, vault, problems } = openStores(directory);
  const request = (revision: number) => ({ revision, by: 'anna', operation: 'mail.saveProfile' });
  await vault.write(secretPlace(record), secret);
  await vault.addPassphrase(passphrase);
  const recoveryKey = await vault.createRecoveryKey();
  await settings.save(request(0), (now) =>
    withProfile(now, {
      id: profileId,
      folderId: null,
      active: smtpValues('relay', record),
      draft: insecureValues(),
    }),
  );
  await settings.save(request(1), (now) =>
    withProfile(now, { id: profileId, folderId: null, active: insecureValues(), draft: null }),
  );
  await vault.rotateDataKey(passphrase);
  writeFileSync(path.join(directory, 'settings.json'), '{ "mail": ');
  const health = await settings.health();
  const [backup] = health.state === 'unreadable' ? health.backups : [];
  await settings.restoreBackup(backup?.name ?? '', 'anna', async (content) => content);

  const chosen = filesWith(directory, insecure);
  recordFigure('planted-secret', {
    files: filesIn(directory).length,
    withSecret: filesWith(directory, secret).length,
    withPassphrase: filesWith(directory, passphrase).length,
    withRecoveryKey: filesWith(directory, recoveryKey).length,
    withInsecureString: chosen.length,
  });
  expect([secret, passphrase, recoveryKey].flatMap((each) => filesWith(directory, each))).toEqual([]);
  expect(JSON.stringify([problems, health])).not.toMatch(/Planted|planted/);
  expect(chosen.length).toBeGreaterThan(0);
  for (const file of chosen) expect(file).toMatch(/^(settings\.json|backups\/settings-.*\.json)$/);
  for (const file of filesIn(directory)) expect(statSync(file).mode & 0o077).toBe(0);
});
