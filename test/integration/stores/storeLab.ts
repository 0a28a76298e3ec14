import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSettingsStore } from '../../../electron/stores/settings/createSettingsStore.ts';
import type {
  Settings,
  StoredProfile,
  StoredSmtp,
} from '../../../electron/stores/settings/settingsSchema.ts';
import { createVault } from '../../../electron/stores/vault/createVault.ts';
import type { SecretPlace } from '../../../electron/stores/vault/vault.ts';

export type Problem = { event: string; fields: Readonly<Record<string, unknown>> };

/** Settings and vault of one program on a data directory, as the command line opens them. */
export const openStores = (directory: string, problems: Problem[] = []) => {
  const log = { error: (event: string, fields: Problem['fields']) => void problems.push({ event, fields }) };
  return {
    settings: createSettingsStore({ directory, log }),
    vault: createVault({ directory, keyFile: path.join(directory, 'vault.key'), log }),
    problems,
  };
};

export type Stores = ReturnType<typeof openStores>;

/** A data directory that is gone when the test is over. */
export const temporaryDirectory = () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
};

export const profileId = '11111111-1111-4111-8111-111111111111';
export const target = 'mail.corp.example 587 alice';

/** Where the password of the profile's n-th save lies. */
export const secretPlace = (record: string): SecretPlace => ({
  path: `mail/profiles/${profileId}/password/${record}`,
  target,
});

export const smtpValues = (name: string, record: string): StoredSmtp => ({
  kind: 'smtp',
  name,
  from: { address: 'console@corp.example', displayName: 'Zentrale Dienste' },
  testRecipient: null,
  host: 'mail.corp.example',
  port: 587,
  encryption: 'starttls',
  trust: { mode: 'system' },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'alice' },
    password: { source: 'vault', record },
  },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: null,
});

/** The settings with this profile in force. */
export const withProfile = (settings: Settings, profile: StoredProfile): Settings => ({
  ...settings,
  mail: {
    ...settings.mail,
    profiles: [...settings.mail.profiles.filter(({ id }) => id !== profile.id), profile],
  },
});

/** The profile's name and vault record as they are stored; null when it was never saved. */
export const savedProfile = ({ mail }: Settings): { name: string; record: string } | null => {
  const values = mail.profiles.find(({ id }) => id === profileId)?.active;
  if (values?.kind !== 'smtp' || values.authentication.mode !== 'password') return null;
  const { password } = values.authentication;
  return password.source === 'vault' ? { name: values.name, record: password.record ?? '' } : null;
};
