import type { DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import type { StoredDirectoryValues } from '../../../stores/settings/settingsSchema.ts';
import {
  createCredentialReading,
  type CredentialParts,
  type Credential,
} from '../../secrets/credentialReading.ts';
import { shownTrust } from '../../trust/shownTrust.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { identityContent, identityPaths, identitySecret } from './directorySecrets.ts';

const withCredential = (
  values: DirectoryWrite | StoredDirectoryValues,
  credential: Credential | null,
): ResolvedDirectory => ({
  ...values,
  trust: shownTrust(values.trust),
  identity: credential === null ? { mode: 'windows' } : { mode: 'password', ...credential },
});

/**
 * Replaces the references in a directory's values by what they stand for. Failures: SECRET_REQUIRED, INVALID_INPUT
 * (`ownVariable`, `environmentMissing`, `controlCharacter`), VAULT_LOCKED, SECRET_UNREADABLE.
 */
export const createDirectoryResolver = (parts: CredentialParts) => {
  const { readStored, readWritten } = createCredentialReading(parts);

  return {
    /** Values as a form wrote them; `base`: whose secret `keep` means. */
    resolveWritten: async (
      values: DirectoryWrite,
      base: StoredDirectoryValues | null,
    ): Promise<ResolvedDirectory> => {
      const content = identityContent(values);
      const kept = base && identitySecret(base);
      return withCredential(values, content && (await readWritten(content, kept, identityPaths)));
    },

    /** Values as they are in the settings. */
    resolveStored: async (values: StoredDirectoryValues): Promise<ResolvedDirectory> => {
      const secret = identitySecret(values);
      return withCredential(values, secret && (await readStored(secret, identityPaths)));
    },
  };
};

export type DirectoryResolver = ReturnType<typeof createDirectoryResolver>;
