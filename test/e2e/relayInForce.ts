import { createSettingsStore } from '../../electron/stores/settings/createSettingsStore.ts';
import type { StoredProfile, StoredSmtp } from '../../electron/stores/settings/settingsSchema.ts';

const id = '11111111-1111-4111-8111-111111111111';

/** What a relay differs in from one that sends with a password and looks into no mailbox. */
type Change = Pick<Partial<StoredSmtp>, 'authentication' | 'arrival'>;

const valuesAt = (host: string, port: number, change: Change): StoredSmtp => ({
  ...{ kind: 'smtp', name: 'Head office', host, port, encryption: 'starttls', trust: { mode: 'system' } },
  ...{ from: { address: 'console@corp.example', displayName: '' }, testRecipient: null },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'alice' },
    password: { source: 'vault', record: '33333333-3333-4333-8333-333333333333' },
  },
  ...{ clientName: null, timeoutMs: 5_000, maxConnections: null, arrival: null },
  ...change,
});

const storedProfile =
  (profile: Pick<StoredProfile, 'active' | 'draft'>, defaultProfileId: string | null) =>
  async (directory: string): Promise<void> => {
    const store = createSettingsStore({ directory, log: { error: () => undefined } });
    const { revision } = await store.read();
    await store.save({ revision, by: 'anna', operation: 'mail.saveProfile' }, (settings) => ({
      ...settings,
      mail: {
        defaultProfileId: defaultProfileId ?? settings.mail.defaultProfileId,
        profiles: [...settings.mail.profiles, { id, folderId: null, ...profile }],
      },
    }));
  };

/** Puts a profile that signs in with a password at this server in force, as the default one. */
export const relayInForce = (host: string, port: number, change: Change = {}) =>
  storedProfile({ active: valuesAt(host, port, change), draft: null }, id);

/** An application in a tenant that signs in by itself; `record`: of its secret in the vault. */
export const applicationInForce = (clientId: string): StoredSmtp['authentication'] => ({
  ...{ mode: 'oauth2', mechanism: null, userName: { source: 'value', value: 'console@corp.example' } },
  client: {
    place: { provider: 'microsoft', cloud: 'global', tenantId: { source: 'value', value: 'corp.example' } },
    clientId: { source: 'value', value: clientId },
    proof: {
      ...{ kind: 'secret', expiresOn: null },
      secret: { source: 'vault', record: '55555555-5555-4555-8555-555555555555' },
    },
    grant: { flow: 'clientCredentials' },
  },
});

/** The mailbox of a delivery check that is looked into with a password. */
export const mailboxWithPassword = (host: string, userName: string): StoredSmtp['arrival'] => ({
  ...{ protocol: 'imap', host, port: 993, encryption: 'tls', trust: { mode: 'system' } },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: userName },
    password: { source: 'vault', record: '44444444-4444-4444-8444-444444444444' },
  },
});

/** Puts such a profile in force, with a draft beside it. */
export const relayWithDraft = (host: string, port: number) =>
  storedProfile({ active: valuesAt(host, port, {}), draft: valuesAt(host, port, {}) }, id);

/** Stores such a profile as a draft alone. */
export const relayAsDraft = (host: string, port: number) =>
  storedProfile({ active: null, draft: valuesAt(host, port, {}) }, null);
