import type { Protection } from '../../contract/security/security.contract.ts';

/** Where a secret belongs. Both are authenticated with it, so that it opens nowhere else. */
export type SecretPlace = {
  /** Record path: `mail/profiles/<profile id>/<password|arrivalPassword>/<record id>`, `directory/password/<record id>`,
   * `oauth/tokens/<profile id>/<digest of the application>`. */
  path: string;
  /** Canonical text of servers, account and sign-in mode that the secret may be sent to. */
  target: string;
};

/** Encrypted secrets. Failures: VAULT_LOCKED, SECRET_UNREADABLE, SECRET_REQUIRED, STORAGE_FAILED. */
export type Vault = {
  write(place: SecretPlace, value: string): Promise<void>;
  read(place: SecretPlace): Promise<string>;
  has(path: string): Promise<boolean>;
  /** Paths of the records that start with `prefix`; a locked vault says them, too. */
  list(prefix: string): Promise<string[]>;
  /** Removes every record whose path starts with `prefix`, but none of these. */
  removeAll(prefix: string, except?: readonly string[]): Promise<void>;
  protection(): Promise<Protection>;
  /** Puts an empty vault in the place of one that does not open, which is kept. Does nothing to one that opens. */
  startNewVault(): Promise<void>;
  unlock(kind: 'passphrase' | 'recoveryKey', value: string): Promise<void>;
  addPassphrase(passphrase: string): Promise<void>;
  changePassphrase(slotId: string, current: string, next: string): Promise<void>;
  /** Replaces the recovery key slot and gives the key back, this once. */
  createRecoveryKey(): Promise<string>;
  addKeyFile(): Promise<void>;
  addOperatingSystem(): Promise<void>;
  /** LAST_KEY_SLOT when it is the last one. */
  removeSlot(slotId: string): Promise<void>;
  /** Gives the new recovery key when there is such a slot. WRONG_PASSPHRASE. */
  rotateDataKey(passphrase: string | null): Promise<string | null>;
};
