import { describe, expect, it } from 'vitest';
import {
  createElectronProtector,
  type ProtectingStorage,
} from '../../../../electron/stores/vault/electronProtector.ts';

type Backend = ReturnType<ProtectingStorage['getSelectedStorageBackend']>;

const fakeStorage = (backend: Backend, isAvailable = true): ProtectingStorage => ({
  getSelectedStorageBackend: () => backend,
  isAsyncEncryptionAvailable: async () => isAvailable,
  encryptStringAsync: async (text) => Buffer.from(`protected ${text}`),
  decryptStringAsync: async (blob) => ({
    result: blob.toString().replace('protected ', ''),
    shouldReEncrypt: false,
  }),
});

const protectorOn = (platform: NodeJS.Platform, backend: Backend, isAvailable = true) =>
  createElectronProtector({
    safeStorage: fakeStorage(backend, isAvailable),
    platform,
    account: 'CORP\\anna',
  });

const key = Buffer.alloc(32, 7);

describe('the protection of the operating system', () => {
  it.each([
    ['win32', 'unknown', 'DPAPI (CORP\\anna)'],
    ['darwin', 'unknown', 'Keychain (CORP\\anna)'],
    ['linux', 'gnome_libsecret', 'gnome_libsecret (CORP\\anna)'],
  ] as const)('gives on %s back what it protected, and says by what', async (platform, backend, detail) => {
    const protector = protectorOn(platform, backend);
    const { blob, detail: shown } = await protector.protect(key);
    expect(shown).toBe(detail);
    expect((await protector.unprotect(blob)).key).toEqual(key);
  });

  it.each(['basic_text', 'unknown'] as const)(
    'is refused on Linux with %s, which is none',
    async (backend) => {
      const protector = protectorOn('linux', backend);
      expect(await protector.unavailableBecause()).toBe('noKeyring');
      await expect(protector.protect(key)).rejects.toMatchObject({ code: 'PROTECTION_UNAVAILABLE' });
    },
  );

  it('is refused where the system does not offer it', async () => {
    expect(await protectorOn('win32', 'unknown', false).unavailableBecause()).toBe('notOffered');
  });
});
