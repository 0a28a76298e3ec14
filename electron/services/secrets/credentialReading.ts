import { fail, isFailure } from '../../contract/failures.ts';
import type { PasswordWrite, UserName } from '../../contract/mail/secret.ts';
import type { SecretPlace, Vault } from '../../stores/vault/vault.ts';
import { keptSecret } from './keptSecret.ts';
import { type Environment, readVariable, requireOneLine } from './readVariable.ts';
import { type SecretContent, type SecretPaths, secretPlace, type StoredSecret } from './storedSecret.ts';

export type CredentialParts = { vault: Pick<Vault, 'read'>; environment: Environment };

/** Where a password came from. For the evidence only: it is no part of the values' fingerprint. */
export type CredentialSource = 'vault' | 'environment' | 'insecure' | 'typed';

/** User name and password ready for use, and where the password came from. */
export type Credential = { userName: string; password: string; source: CredentialSource };

type ReadPassword = Omit<Credential, 'userName'>;

const required = ({ password }: SecretPaths) => fail('SECRET_REQUIRED', { path: password });

const createPasswordReading = ({ vault, environment }: CredentialParts) => {
  const readPasswordVariable = (name: string, paths: SecretPaths): ReadPassword => ({
    source: 'environment',
    password: readVariable(environment, name, [...paths.password, 'name']),
  });

  /** A record that is gone is asked for at its field. */
  const readRecord = async (place: SecretPlace, paths: SecretPaths): Promise<string> => {
    try {
      return await vault.read(place);
    } catch (error) {
      throw isFailure(error) && error.code === 'SECRET_REQUIRED' ? required(paths) : error;
    }
  };

  const readStoredPassword = async (secret: StoredSecret, paths: SecretPaths): Promise<ReadPassword> => {
    const { password } = secret;
    const { source } = password;
    if (source === 'environment') return readPasswordVariable(password.name, paths);
    if (source === 'insecure') {
      if (password.value === '') throw required(paths);
      return { source, password: password.value };
    }
    if (password.record === null) throw required(paths);
    return { source, password: await readRecord(secretPlace(secret, password.record), paths) };
  };

  const readWrittenPassword = async (
    { target, password }: SecretContent<PasswordWrite>,
    stored: StoredSecret | null,
    paths: SecretPaths,
  ): Promise<ReadPassword> => {
    const { source } = password;
    if (source === 'environment') return readPasswordVariable(password.name, paths);
    if (password.secret.action === 'set') return { source: 'typed', password: password.secret.value };
    return readStoredPassword(keptSecret(stored, { target, source }, paths), paths);
  };

  return { readStoredPassword, readWrittenPassword };
};

/**
 * Reads what user name and password stand for. Failures, each at its field: SECRET_REQUIRED, INVALID_INPUT (`ownVariable`,
 * `environmentMissing`, `controlCharacter`); VAULT_LOCKED, SECRET_UNREADABLE.
 */
export const createCredentialReading = (parts: CredentialParts) => {
  const { readStoredPassword, readWrittenPassword } = createPasswordReading(parts);

  const toCredential = (userName: UserName, read: ReadPassword, paths: SecretPaths): Credential => {
    requireOneLine(read.password, paths.password);
    const name =
      userName.source === 'value'
        ? userName.value
        : readVariable(parts.environment, userName.name, [...paths.userName, 'name']);
    return { userName: name, ...read };
  };

  return {
    readStored: async (secret: StoredSecret, paths: SecretPaths): Promise<Credential> =>
      toCredential(secret.userName, await readStoredPassword(secret, paths), paths),

    /** As a form wrote it; `stored`: what `keep` means, null: there is nothing to keep. */
    readWritten: async (
      content: SecretContent<PasswordWrite>,
      stored: StoredSecret | null,
      paths: SecretPaths,
    ): Promise<Credential> =>
      toCredential(content.userName, await readWrittenPassword(content, stored, paths), paths),
  };
};
