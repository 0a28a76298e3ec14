import { expect, it } from 'vitest';
import type { OAuthClient } from '../../../../electron/contract/oauth/mapClient.ts';
import { watchedRelays } from '../../../../electron/services/watch/watchedRelays.ts';
import { watchedSignIns } from '../../../../electron/services/watch/watchedSignIns.ts';
import type {
  StoredPassword,
  StoredProfile,
  StoredSmtp,
} from '../../../../electron/stores/settings/settingsSchema.ts';
import { captureProfile } from '../mail/fakeSettings.ts';

const record = '00000000-0000-4000-8000-0000000000aa';
const userName = { source: 'value', value: 'a' } as const;
const smtp = (name: string, changes: Partial<StoredSmtp> = {}): StoredSmtp => ({
  ...{ kind: 'smtp', name, host: 'mail.corp.example', port: 587, encryption: 'starttls' },
  ...{ from: { address: 'a@corp.example', displayName: '' }, trust: { mode: 'system' } },
  ...{ testRecipient: null, clientName: null, timeoutMs: 60_000, maxConnections: null, arrival: null },
  authentication: { mode: 'none' },
  ...changes,
});
const profile = (id: string, active: StoredSmtp | null, draft: StoredSmtp | null = null): StoredProfile => ({
  ...{ id, folderId: null, active, draft },
});
const mailOf = (...profiles: StoredProfile[]) => ({
  mail: { defaultProfileId: captureProfile.id, profiles: [captureProfile, ...profiles] },
});
const arrival: StoredSmtp['arrival'] = {
  ...{ protocol: 'imap', host: 'imap.gmail.com', port: 993, encryption: 'tls', trust: { mode: 'system' } },
  authentication: {
    ...{ mode: 'password', mechanism: null, userName },
    password: { source: 'vault', record },
  },
};

it('watches each server of what is in force once, as whoever encrypts best reaches it', () => {
  const servers = watchedRelays(
    mailOf(
      profile('1', smtp('one', { encryption: 'none' })),
      profile('2', smtp('two', { arrival })),
      profile('3', null, smtp('draft', { host: 'draft.corp.example' })),
    ),
  );
  expect(servers).toMatchObject([
    { name: 'mail.corp.example:587', profiles: ['one', 'two'], speech: { encryption: 'starttls' } },
    { name: 'imap.gmail.com:993', kind: 'mailbox', profiles: ['two'] },
  ]);
  expect(servers.map(({ limitMs }) => limitMs)).toEqual([15_000, 15_000]);
});

it('watches the passwords that lie in the vault, and knows app passwords by their provider', async () => {
  const password = { source: 'vault', record } as const;
  const elsewhere = { source: 'environment', name: 'PASSWORD' } as const;
  const signIns = await watchedSignIns(
    mailOf(
      profile(
        '1',
        smtp('one', { authentication: { mode: 'password', mechanism: null, userName, password }, arrival }),
      ),
      profile(
        '2',
        smtp('two', { authentication: { mode: 'password', mechanism: null, userName, password: elsewhere } }),
      ),
    ),
    async () => null,
  );
  expect(signIns).toMatchObject([
    { profileId: '1', profileName: 'one', kind: 'password', part: 'authentication', secretId: record },
    { profileId: '1', kind: 'appPassword', part: 'arrival', secretId: record },
  ]);
  expect(signIns).toHaveLength(2);
});

it.each<[string, number | null | 'unreadable', object[]]>([
  ['has signed in', 1_000, [{ kind: 'refreshToken', lastUsedAt: 1_000, isReadable: true }]],
  ['has never signed in', null, []],
  [
    'may have signed in, behind a locked vault',
    'unreadable',
    [{ kind: 'refreshToken', lastUsedAt: null, isReadable: false }],
  ],
])('watches the sign-in of a person who %s', async (_, lastUse, expected) => {
  const client: OAuthClient<StoredPassword> = {
    place: { provider: 'google' },
    clientId: { source: 'value', value: 'application' },
    ...{ proof: { kind: 'none' }, grant: { flow: 'authorizationCode' } },
  };
  const authentication = { mode: 'oauth2', mechanism: null, userName, client } as const;
  const signIns = await watchedSignIns(
    mailOf(profile('1', smtp('one', { authentication }))),
    async () => lastUse,
  );
  expect(signIns).toMatchObject(expected);
  expect(signIns).toHaveLength(expected.length);
});

const application = (clientId: string): OAuthClient<StoredPassword> => ({
  place: { provider: 'microsoft', cloud: 'global', tenantId: { source: 'value', value: 'corp.example' } },
  clientId: { source: 'value', value: clientId },
  proof: { kind: 'secret', secret: { source: 'vault', record }, expiresOn: '2027-01-31' },
  grant: { flow: 'clientCredentials' },
});

it.each([
  ['once where the same application sends', 'a', ['one']],
  ['beside that of the application that sends, with its protocol', 'b', ['one', 'one (IMAP)']],
])('names the secret for a mailbox %s', async (_, clientId, names) => {
  const shared = { mode: 'oauth2', mechanism: null, userName } as const;
  const values = smtp('one', {
    authentication: { ...shared, client: application('a') },
    arrival: { ...arrival, authentication: { ...shared, client: application(clientId) } },
  });
  const signIns = await watchedSignIns(mailOf(profile('1', values)), async () => null);
  expect(signIns.map(({ name }) => name)).toEqual(names);
  // The typed day is the last one on which it holds.
  expect(signIns[0]?.expiresAt).toBe(Date.parse('2027-01-31T23:59:59.999Z'));
});
