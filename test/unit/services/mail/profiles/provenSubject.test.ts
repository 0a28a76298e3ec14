import { describe, expect, it } from 'vitest';
import { provenSubject } from '../../../../../electron/services/mail/profiles/provenSubject.ts';
import { fingerprintOf } from '../../../../../electron/services/proof/fingerprint.ts';
import { migrate } from '../../../../../electron/stores/settings/migrations/migrate.ts';
import { from4 } from '../../../../../electron/stores/settings/migrations/from4.ts';
import { settingsSchema, type StoredValues } from '../../../../../electron/stores/settings/settingsSchema.ts';
import { defaultSettings } from '../../../../../electron/stores/settings/defaultSettings.ts';

const id = '11111111-1111-4111-8111-000000000004';
const account = (value: string) => ({
  userName: { source: 'value', value },
  password: { source: 'vault', record: '22222222-2222-4222-8222-000000000004' },
});
const server = { host: 'mail.corp.example', port: 587, encryption: 'starttls', trust: { mode: 'system' } };

/** What version 4 of the settings held. */
const fourth = {
  ...{ kind: 'smtp', name: '', from: { address: 'a@corp.example', displayName: '' }, testRecipient: null },
  ...server,
  authentication: { mode: 'password', ...account('alice') },
  ...{ clientName: null, timeoutMs: 30_000, maxConnections: null },
  arrival: { protocol: 'imap', ...server, ...account('bob') },
};

const migrated = (active: object): StoredValues => {
  const profiles = [
    ...defaultSettings.mail.profiles,
    { id, folderId: null, active: { ...active, name: 'relay' }, draft: null },
  ];
  const content = { ...defaultSettings, schemaVersion: 4, mail: { ...defaultSettings.mail, profiles } };
  const { mail } = settingsSchema.parse(migrate(content, [from4], 5));
  const values = mail.profiles.find((profile) => profile.id === id)?.active;
  if (!values) throw new Error('The profile is gone.');
  return values;
};

describe('what was proven', () => {
  it.each([
    ['with a password and a mailbox', fourth],
    ['with a password alone', { ...fourth, arrival: null }],
    ['without a password', { ...fourth, authentication: { mode: 'none' }, arrival: null }],
  ])('before an update stays proven: %s', (_, values) => {
    expect(provenSubject(migrated(values))).toBe(fingerprintOf(values));
  });

  it('is something else with another mechanism or sign-in', () => {
    const values = migrated(fourth);
    if (values.kind !== 'smtp' || values.authentication.mode !== 'password') throw new Error('Not SMTP.');
    const { authentication, arrival } = values;
    const { userName, password } = authentication;
    const others: StoredValues[] = [
      values,
      { ...values, authentication: { ...authentication, mechanism: 'LOGIN' } },
      { ...values, authentication: { mode: 'ntlm', domain: '', userName, password } },
      {
        ...values,
        arrival: arrival && { ...arrival, authentication: { ...authentication, mechanism: null } },
      },
      {
        ...values,
        arrival: arrival && { ...arrival, authentication: { ...authentication, mechanism: 'PLAIN' } },
      },
    ];
    expect(new Set(others.map(provenSubject)).size).toBe(others.length);
  });
});
