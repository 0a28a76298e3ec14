import { describe, expect, it } from 'vitest';
import type { SmtpView } from '../../../../electron/contract/mail/profile.ts';
import { profileWriteSchema } from '../../../../electron/contract/mail/profile.ts';
import { keepSecrets } from '../../../../electron/hosts/cli/keepSecrets.ts';

const server = { host: 'mail.example.test', trust: { mode: 'system' } } as const;

const view: SmtpView = {
  kind: 'smtp',
  name: 'head office',
  from: { address: 'console@example.test', displayName: '' },
  testRecipient: null,
  ...server,
  port: 587,
  encryption: 'starttls',
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'console' },
    password: { source: 'vault', stored: true },
  },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: {
    ...server,
    protocol: 'imap',
    port: 993,
    encryption: 'tls',
    authentication: {
      ...{ mode: 'password', mechanism: null, userName: { source: 'value', value: 'console' } },
      password: { source: 'environment', name: 'IMAP_PASSWORD' },
    },
  },
};

describe('a stored profile as it is proven', () => {
  it('keeps every stored secret where it is and is valid input', () => {
    const values = profileWriteSchema.parse(keepSecrets(view));
    expect(values).toMatchObject({
      authentication: { password: { source: 'vault', secret: { action: 'keep' } } },
      arrival: { authentication: { password: { source: 'environment', name: 'IMAP_PASSWORD' } } },
    });
  });

  it('stays what it is without secrets', () => {
    const plain = { ...view, authentication: { mode: 'none' }, arrival: null } as const;
    expect(keepSecrets(plain)).toEqual(plain);
  });
});
