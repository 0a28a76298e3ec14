import type { SafeStorage } from 'electron';
import { fail } from '../../contract/failures.ts';
import type { OperatingSystemProtector } from './operatingSystemProtector.ts';

/** The part of Electron's safeStorage that is used; after the app's `ready` event only. */
export type ProtectingStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

type ProtectorParts = {
  safeStorage: ProtectingStorage;
  platform: NodeJS.Platform;
  /** Whom the protection belongs to, as it is shown: `CORP\anna`. */
  account: string;
};

/** Chromium's stand-ins for a keyring: a password that everybody knows, or nothing chosen yet. */
const noProtection = new Set(['basic_text', 'unknown']);

const systemNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'DPAPI', darwin: 'Keychain' };

/**
 * Protection by DPAPI, Keychain or a Linux keyring, for the account that runs the program. Where Linux has no keyring
 * it is refused (`noKeyring`): Chromium would then encrypt with a password that is in its source.
 */
export const createElectronProtector = ({
  safeStorage,
  platform,
  account,
}: ProtectorParts): OperatingSystemProtector => {
  const backend = (): string =>
    platform === 'linux' ? safeStorage.getSelectedStorageBackend() : (systemNames[platform] ?? platform);

  const unavailableBecause = async (): Promise<string | null> => {
    if (noProtection.has(backend())) return 'noKeyring';
    return (await safeStorage.isAsyncEncryptionAvailable()) ? null : 'notOffered';
  };

  return {
    unavailableBecause,
    protect: async (key) => {
      const reason = await unavailableBecause();
      if (reason !== null) throw fail('PROTECTION_UNAVAILABLE', { reason });
      const blob = await safeStorage.encryptStringAsync(key.toString('base64'));
      return { blob, detail: `${backend()} (${account})` };
    },
    unprotect: async (blob) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(blob);
      return { key: Buffer.from(result, 'base64'), isOutdated: shouldReEncrypt };
    },
  };
};
