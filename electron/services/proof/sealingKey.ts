import { isFailure } from '../../contract/failures.ts';
import type { SecretPlace, Vault } from '../../stores/vault/vault.ts';

export type SealingParts = {
  vault: Pick<Vault, 'has' | 'read' | 'write'>;
  /** A new random key, 256 bits or more. */
  newKey: () => string;
};

/** Gives the key that seals passwords in fingerprints, see `sealSecret`. */
export type SealingKey = () => Promise<string>;

const place: SecretPlace = { path: 'proof/fingerprintKey', target: 'proof' };

/**
 * The key lies in the vault, so that fingerprints hold for this machine. While the vault cannot be used, a key of this
 * process stands in, and no earlier proof fits.
 */
export const createSealingKey = ({ vault, newKey }: SealingParts): SealingKey => {
  const standIn = newKey();
  let stored: Promise<string> | null = null;

  const readOrCreate = async (): Promise<string> => {
    if (!(await vault.has(place.path))) await vault.write(place, newKey());
    return vault.read(place);
  };

  return async () => {
    try {
      stored ??= readOrCreate();
      return await stored;
    } catch (error) {
      stored = null;
      if (isFailure(error)) return standIn;
      throw error;
    }
  };
};
