import { createSettingsStore } from '../../electron/stores/settings/createSettingsStore.ts';
import type { Settings, StoredProfile, StoredSmtp } from '../../electron/stores/settings/settingsSchema.ts';

const headOffice = '11111111-1111-4111-8111-111111111111';
const branch = '22222222-2222-4222-8222-222222222222';

const from = { address: 'console@corp.example', displayName: '' };

const headOfficeValues: StoredSmtp = {
  ...{ kind: 'smtp', name: 'Head office', from, testRecipient: null },
  ...{ host: 'mail.corp.example', port: 587, encryption: 'starttls', trust: { mode: 'system' } },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'alice' },
    password: { source: 'vault', record: '33333333-3333-4333-8333-333333333333' },
  },
  ...{ clientName: null, timeoutMs: 30_000, maxConnections: null, arrival: null },
};

const draftValues: StoredSmtp = { ...headOfficeValues, port: 25, encryption: 'none' };

const withProfile =
  (profile: StoredProfile) =>
  (settings: Settings): Settings => {
    const others = settings.mail.profiles.filter(({ id }) => id !== profile.id);
    return { ...settings, mail: { ...settings.mail, profiles: [...others, profile] } };
  };

type Save = { by: string; operation: string; change: (settings: Settings) => Settings };

const saves: readonly Save[] = [
  {
    ...{ by: 'anna', operation: 'mail.saveProfile' },
    change: withProfile({ id: headOffice, folderId: null, active: headOfficeValues, draft: null }),
  },
  {
    ...{ by: 'anna', operation: 'mail.setDefaultProfile' },
    change: (settings) => ({ ...settings, mail: { ...settings.mail, defaultProfileId: headOffice } }),
  },
  {
    ...{ by: 'bruno', operation: 'mail.saveProfile' },
    change: withProfile({ id: headOffice, folderId: null, active: headOfficeValues, draft: draftValues }),
  },
  {
    ...{ by: 'bruno', operation: 'mail.saveProfile' },
    change: withProfile({
      ...{ id: branch, folderId: null, active: null },
      draft: { kind: 'pickup', name: 'Branch', from, testRecipient: null, folder: 'C:\\pickup' },
    }),
  },
  {
    ...{ by: 'carla', operation: 'settings.saveGeneral' },
    change: (settings) => ({ ...settings, general: { ...settings.general, theme: 'light' } }),
  },
];

const saveAll = async (directory: string, all: readonly Save[]): Promise<void> => {
  const store = createSettingsStore({ directory, log: { error: () => undefined } });
  for (const { by, operation, change } of all) {
    const { revision } = await store.read();
    await store.save({ revision, by, operation }, change);
  }
};

/**
 * Fills a data folder with five saves: a profile, made the default; a draft of it; another profile as a draft; the
 * theme.
 */
export const saveHistory = (directory: string): Promise<void> => saveAll(directory, saves);

/** Saves so often that nobody sees all saves at once. */
export const saveOften = (directory: string, times: number): Promise<void> =>
  saveAll(
    directory,
    Array.from({ length: times }, (_, index) => ({
      ...{ by: 'carla', operation: 'settings.saveGeneral' },
      change: (settings) => ({
        ...settings,
        general: { ...settings.general, emailAlerts: index % 2 === 0 },
      }),
    })),
  );
