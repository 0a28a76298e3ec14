import { describe, expect, it } from 'vitest';
import { digestProfile } from '../../../../../electron/services/mail/proof/profileFingerprint.ts';
import type { ResolvedSmtp } from '../../../../../electron/services/mail/resolvedProfile.ts';

const values: ResolvedSmtp = {
  ...{ kind: 'smtp', name: 'one', host: 'mail.corp.example', port: 587, encryption: 'starttls' },
  from: { address: 'a@corp.example', displayName: '' },
  testRecipient: null,
  trust: { mode: 'system' },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: 'alice',
    password: 'hunter22',
    source: 'typed',
  },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: null,
};

describe('the fingerprint of a profile', () => {
  it.each([
    ['host', { host: 'other.corp.example' }],
    ['port', { port: 465 }],
    ['encryption', { encryption: 'tls' }],
    ['sender', { from: { address: 'b@corp.example', displayName: '' } }],
    ['trust', { trust: { mode: 'certificate', pem: 'x' } }],
    [
      'password',
      {
        authentication: {
          mode: 'password',
          mechanism: null,
          userName: 'alice',
          password: 'other',
          source: 'typed',
        },
      },
    ],
    ['time limit', { timeoutMs: 10_000 }],
  ] as const)('changes with the %s', (_, change) => {
    expect(digestProfile({ ...values, ...change }, 'key')).not.toBe(digestProfile(values, 'key'));
  });

  it('does not change with the name of the profile', () => {
    expect(digestProfile({ ...values, name: 'two' }, 'key')).toBe(digestProfile(values, 'key'));
  });

  it('does not change with how many connections there may be: one proof says nothing of that (U21)', () => {
    expect(digestProfile({ ...values, maxConnections: 3 }, 'key')).toBe(digestProfile(values, 'key'));
  });

  it('says nothing of the password without the key', () => {
    expect(digestProfile(values, 'key')).not.toBe(digestProfile(values, 'other key'));
    expect(() => digestProfile(values, '')).toThrow();
  });
});
