import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFingerprint } from '../../../../electron/services/mail/mailFingerprint.ts';
import { createSealingKey } from '../../../../electron/services/proof/sealingKey.ts';
import type { ResolvedSmtp } from '../../../../electron/services/mail/resolvedProfile.ts';
import { createFakeVault } from './fakeVault.ts';

const open: ResolvedSmtp = {
  kind: 'smtp',
  name: 'relay',
  from: { address: 'console@corp.example', displayName: '' },
  testRecipient: null,
  host: 'mail.corp.example',
  port: 25,
  encryption: 'starttlsIfOffered',
  trust: { mode: 'system' },
  authentication: { mode: 'none' },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: null,
};

const signedIn: ResolvedSmtp = {
  ...open,
  authentication: { mode: 'password', mechanism: null, userName: 'svc', password: 's3cret', source: 'typed' },
};

const fromVault: ResolvedSmtp = {
  ...open,
  authentication: { mode: 'password', mechanism: null, userName: 'svc', password: 's3cret', source: 'vault' },
};

describe('the fingerprint of mail values', () => {
  it('is the same for the same values in every process, wherever the password came from', async () => {
    const { vault } = createFakeVault();
    const before = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
    const after = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
    expect(await after(fromVault)).toBe(await before(signedIn));
  });

  it('is another one for another password', async () => {
    const { vault } = createFakeVault();
    const fingerprint = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
    const other: ResolvedSmtp = {
      ...open,
      authentication: {
        mode: 'password',
        mechanism: null,
        userName: 'svc',
        password: 's3cret2',
        source: 'typed',
      },
    };
    expect(await fingerprint(other)).not.toBe(await fingerprint(signedIn));
  });

  it('makes no vault for values without a password', async () => {
    const { vault, records } = createFakeVault();
    const one = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
    expect(await one(open)).toBe(
      await createFingerprint(createSealingKey({ vault, newKey: randomUUID }))(open),
    );
    expect(records.size).toBe(0);
  });

  it('makes one key for proofs that are made at the same time', async () => {
    const { vault } = createFakeVault();
    const fingerprint = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
    const [one, other] = await Promise.all([fingerprint(signedIn), fingerprint(signedIn)]);
    expect(one).toBe(other);
  });

  it('holds for this process only while the vault is locked', async () => {
    const { vault, lock, unlock } = createFakeVault();
    const fingerprint = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
    lock();
    const locked = await fingerprint(signedIn);
    expect(await fingerprint(signedIn)).toBe(locked);
    unlock();
    expect(await fingerprint(signedIn)).not.toBe(locked);
  });
});
