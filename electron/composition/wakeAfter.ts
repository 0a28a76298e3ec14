import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import type { Vault } from '../stores/vault/vault.ts';

/** The same settings; `wake` is called whenever something was saved: a mail that waits for its profile may go now. */
export const wakeAfterSaves = (settings: SettingsStore, wake: () => void): SettingsStore => ({
  ...settings,
  save: async (...request) => {
    const saved = await settings.save(...request);
    wake();
    return saved;
  },
  restoreBackup: async (...request) => {
    const saved = await settings.restoreBackup(...request);
    wake();
    return saved;
  },
});

/** The same vault; `wake` is called when somebody opened it. */
export const wakeAfterUnlock = (vault: Vault, wake: () => void): Vault => ({
  ...vault,
  unlock: async (...key) => {
    await vault.unlock(...key);
    wake();
  },
});
