import type { DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import type { StoredDirectoryValues } from '../../../stores/settings/settingsSchema.ts';
import {
  createSecretReading,
  type ReadSecret,
  requirePassword,
  type SecretReadingParts,
} from '../../secrets/secretReading.ts';
import { shownTrust } from '../../trust/shownTrust.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { identityContent, identitySecret } from './directorySecrets.ts';

/**
 * Replaces the references in a directory's values by what they stand for. Failures: SECRET_REQUIRED, INVALID_INPUT
 * (`ownVariable`, `environmentMissing`, `controlCharacter`), VAULT_LOCKED, SECRET_UNREADABLE.
 */
export const createDirectoryResolver = (parts: SecretReadingParts) => {
  const { readField, readStored, readWritten } = createSecretReading(parts);

  const resolve = async (
    values: DirectoryWrite | StoredDirectoryValues,
    read: (() => Promise<ReadSecret>) | null,
  ): Promise<ResolvedDirectory> => {
    const { identity, ...others } = values;
    const shared = { ...others, trust: shownTrust(values.trust) };
    if (identity.mode === 'windows' || read === null) return { ...shared, identity: { mode: 'windows' } };
    const secret = requirePassword(await read(), ['identity', 'password']);
    const userName = readField({ field: identity.userName, path: ['identity', 'userName'] });
    return { ...shared, identity: { mode: 'password', userName, ...secret } };
  };

  return {
    /** Values as a form wrote them; `base`: whose secret `keep` means. */
    resolveWritten: (
      values: DirectoryWrite,
      base: StoredDirectoryValues | null,
    ): Promise<ResolvedDirectory> => {
      const content = identityContent(values);
      const kept = base && identitySecret(base);
      return resolve(values, content && (() => readWritten(content, kept)));
    },

    /** Values as they are in the settings. */
    resolveStored: (values: StoredDirectoryValues): Promise<ResolvedDirectory> => {
      const secret = identitySecret(values);
      return resolve(values, secret && (() => readStored(secret)));
    },
  };
};

export type DirectoryResolver = ReturnType<typeof createDirectoryResolver>;
