import type { z } from 'zod';
import { fail, isFailure } from '../../contract/failures.ts';
import { fieldIssues } from '../../contract/issues.ts';
import { accountNameSchema, type PasswordWrite, typedSecretSchema } from '../../contract/mail/secret.ts';
import type { SecretPlace, Vault } from '../../stores/vault/vault.ts';
import { keptSecret } from './keptSecret.ts';
import { type Environment, readVariable, requireOneLine } from './readVariable.ts';
import { type PlacedField, type SecretContent, secretPlace, type StoredSecret } from './storedSecret.ts';

export type SecretReadingParts = { vault: Pick<Vault, 'read'>; environment: Environment };

/** Where a password came from. For the evidence only: it is no part of the values' fingerprint. */
export type CredentialSource = 'vault' | 'environment' | 'insecure' | 'typed';

export type ReadSecret = { password: string; source: CredentialSource };

/** User name and password ready for use, and where the password came from. */
export type Credential = ReadSecret & { userName: string };

const required = (path: string[]) => fail('SECRET_REQUIRED', { path });

/** What comes from the environment keeps to the limits of what is typed. INVALID_INPUT at `path`, as of a form. */
const requireFitting = (value: string, schema: z.ZodType<string>, path: string[]): string => {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const issues = fieldIssues(checked.error.issues, value).map((issue) => ({ ...issue, path }));
  throw fail('INVALID_INPUT', { issues });
};

/**
 * Reads what fields and secrets stand for. Failures, each at its field: SECRET_REQUIRED, INVALID_INPUT (`ownVariable`,
 * `environmentMissing`, `controlCharacter`, and what the field's schema says of a variable's value); VAULT_LOCKED,
 * SECRET_UNREADABLE.
 */
export const createSecretReading = ({ vault, environment }: SecretReadingParts) => {
  const readSecretVariable = (name: string, path: string[]): ReadSecret => {
    const own = [...path, 'name'];
    const read = readVariable(environment, name, own);
    return { source: 'environment', password: requireFitting(read, typedSecretSchema, own) };
  };

  /** A record that is gone is asked for at its field. */
  const readRecord = async (place: SecretPlace, path: string[]): Promise<string> => {
    try {
      return await vault.read(place);
    } catch (error) {
      throw isFailure(error) && error.code === 'SECRET_REQUIRED' ? required(path) : error;
    }
  };

  const readStored = async (secret: StoredSecret): Promise<ReadSecret> => {
    const { password, path } = secret;
    const { source } = password;
    if (source === 'environment') return readSecretVariable(password.name, path);
    if (source === 'insecure') {
      if (password.value === '') throw required(path);
      return { source, password: password.value };
    }
    if (password.record === null) throw required(path);
    return { source, password: await readRecord(secretPlace(secret, password.record), path) };
  };

  return {
    /** @param schema of what is typed there. */
    readField: ({ field, path }: PlacedField, schema: z.ZodType<string> = accountNameSchema): string => {
      if (field.source === 'value') return field.value;
      const own = [...path, 'name'];
      const read = requireOneLine(readVariable(environment, field.name, own), own);
      return requireFitting(read, schema, own);
    },

    readStored,

    /** As a form wrote it; `stored`: what `keep` means, null: there is nothing to keep. */
    readWritten: async (
      content: SecretContent<PasswordWrite>,
      stored: StoredSecret | null,
    ): Promise<ReadSecret> => {
      const { password, path, target } = content;
      const { source } = password;
      if (source === 'environment') return readSecretVariable(password.name, path);
      if (password.secret.action === 'set') return { source: 'typed', password: password.secret.value };
      return readStored(keptSecret(stored, { target, source, path }));
    },
  };
};

/** The field of a secret that was read: of a variable, its name. */
export const secretField = ({ source }: ReadSecret, path: string[]): string[] =>
  source === 'environment' ? [...path, 'name'] : path;

/** A password as a mechanism sends it: on one line. INVALID_INPUT `controlCharacter` at its field. */
export const requirePassword = (read: ReadSecret, path: string[]): ReadSecret => ({
  ...read,
  password: requireOneLine(read.password, secretField(read, path)),
});
