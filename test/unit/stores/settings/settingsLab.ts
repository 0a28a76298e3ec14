import path from 'node:path';
import type { Migration } from '../../../../electron/stores/settings/migrations/migrate.ts';
import { createSettingsStore } from '../../../../electron/stores/settings/createSettingsStore.ts';
import { directoryDefaults } from '../../../../electron/contract/directory/directoryValues.ts';
import type {
  Settings,
  StoredDirectoryValues,
  StoredPassword,
  StoredProfile,
  StoredSmtp,
} from '../../../../electron/stores/settings/settingsSchema.ts';
import type { SettingsStore } from '../../../../electron/stores/settings/settingsStore.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';

export const profileId = '11111111-1111-4111-8111-111111111111';
export const recordId = '22222222-2222-4222-8222-222222222222';
export const otherRecordId = '33333333-3333-4333-8333-333333333333';

export const vaultPassword = (record: string | null = recordId): StoredPassword => ({
  source: 'vault',
  record,
});
export const insecurePassword = (value: string): StoredPassword => ({ source: 'insecure', value });

export const smtpValues = (password: StoredPassword, changes: Partial<StoredSmtp> = {}): StoredSmtp => ({
  kind: 'smtp',
  name: 'head-office',
  from: { address: 'console@corp.example', displayName: '' },
  testRecipient: null,
  host: 'mail.corp.example',
  port: 587,
  encryption: 'starttls',
  trust: { mode: 'system' },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'alice' },
    password,
  },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: null,
  ...changes,
});

export const profileWith = (active: StoredSmtp | null, draft: StoredSmtp | null = null): StoredProfile => ({
  id: profileId,
  folderId: null,
  active,
  draft,
});

/** A directory read with this password, without one by the program's own identity. */
export const directoryValues = (
  password: StoredPassword | null,
  changes: Partial<StoredDirectoryValues> = {},
): StoredDirectoryValues => ({
  ...directoryDefaults,
  ...{ domain: 'corp.example', dnsServers: [] },
  identity: password
    ? { mode: 'password', userName: { source: 'value', value: 'reader' }, password }
    : { mode: 'windows' },
  ...changes,
});

/** The settings with this directory. */
export const withDirectory =
  (active: StoredDirectoryValues | null, draft: StoredDirectoryValues | null = null) =>
  (settings: Settings): Settings => ({ ...settings, directory: { active, draft } });

/** The settings with this profile, in place of the one of the same id. */
export const having =
  (profile: StoredProfile) =>
  (settings: Settings): Settings => ({
    ...settings,
    mail: {
      ...settings.mail,
      profiles: [...settings.mail.profiles.filter(({ id }) => id !== profile.id), profile],
    },
  });

/** A settings store on a directory of its own, with a clock that goes on by a minute with every look. */
export const createSettingsLab = (migrations?: readonly Migration[], directory = temporaryDirectory()) => {
  const problems: { event: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const log = {
    error: (event: string, fields: Readonly<Record<string, unknown>>) =>
      void problems.push({ event, fields }),
  };
  let minutes = 0;
  const now = (): Date => new Date(Date.UTC(2026, 10, 20, 14, (minutes += 1)));
  const store: SettingsStore = createSettingsStore({
    directory,
    log,
    now,
    ...(migrations && { migrations }),
  });
  const save = async (
    change: (settings: Settings) => Settings,
    operation = 'mail.saveProfile',
    by = 'anna',
  ) => {
    const { revision } = await store.read();
    return store.save({ revision, by, operation }, change);
  };
  const inDirectory = (...names: string[]): string => path.join(directory, ...names);
  return { store, save, problems, directory, file: inDirectory('settings.json'), inDirectory };
};

export type SettingsLab = ReturnType<typeof createSettingsLab>;
