import { createSettingsStore } from '../../electron/stores/settings/createSettingsStore.ts';
import type { StoredProfile } from '../../electron/stores/settings/settingsSchema.ts';

const id = '11111111-1111-4111-8111-111111111111';

const profileAt = (host: string, port: number): StoredProfile => ({
  ...{ id, folderId: null, draft: null },
  active: {
    ...{ kind: 'smtp', name: 'Head office', host, port, encryption: 'starttls', trust: { mode: 'system' } },
    ...{ from: { address: 'console@corp.example', displayName: '' }, testRecipient: null },
    authentication: {
      mode: 'password',
      mechanism: null,
      userName: { source: 'value', value: 'alice' },
      password: { source: 'vault', record: '33333333-3333-4333-8333-333333333333' },
    },
    ...{ clientName: null, timeoutMs: 5_000, maxConnections: null, arrival: null },
  },
});

/** Puts a profile that signs in with a password at this server in force, as the default one. */
export const relayInForce =
  (host: string, port: number) =>
  async (directory: string): Promise<void> => {
    const store = createSettingsStore({ directory, log: { error: () => undefined } });
    const { revision } = await store.read();
    await store.save({ revision, by: 'anna', operation: 'mail.saveProfile' }, (settings) => ({
      ...settings,
      mail: {
        defaultProfileId: id,
        profiles: [...settings.mail.profiles, profileAt(host, port)],
      },
    }));
  };
