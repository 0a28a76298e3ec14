import { expect, it, vi } from 'vitest';
import { createSettingsStore } from '../../../../electron/stores/settings/createSettingsStore.ts';
import { createSettingsLab, having, profileWith, smtpValues, vaultPassword } from './settingsLab.ts';

it('is one file for the desktop program’s electron-store and for conf in the other programs', async () => {
  // Without it, importing electron outside of Electron tries to fetch its runtime.
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nonexistent');
  const { default: ElectronStore } = await import('electron-store');
  const lab = createSettingsLab();
  const log = { error: () => undefined };
  const desktop = createSettingsStore({ directory: lab.directory, log, storeConstructor: ElectronStore });
  const request = { revision: 0, by: 'anna', operation: 'mail.saveProfile' };
  const saved = await desktop.save(request, having(profileWith(smtpValues(vaultPassword()))));
  expect(await lab.store.read()).toEqual(saved);
  const next = await lab.save((settings) => ({
    ...settings,
    general: { ...settings.general, theme: 'dark' },
  }));
  expect(await desktop.read()).toEqual(next);
});
