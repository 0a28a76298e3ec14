import { fingerprintOf, sealSecret } from '../../proof/fingerprint.ts';
import { type ResolvedProfile, type ResolvedSignIn, withSecrets } from '../resolvedProfile.ts';

/** The same password is the same value, typed now or read from the vault. */
const sealed = (signIn: ResolvedSignIn, key: string) => {
  const way = withSecrets(signIn, (secret) => sealSecret(secret, key));
  if (!('source' in way)) return way;
  const { source: _, ...proven } = way;
  return proven;
};

const provenValues = (values: ResolvedProfile, key: string) => {
  // A profile that is called differently is still the same proven way.
  const { name: _, ...proven } = values;
  switch (proven.kind) {
    case 'smtp': {
      // One proof is one connection: it says nothing of how many there may be.
      const { maxConnections: __, authentication, arrival, ...way } = proven;
      return {
        ...way,
        authentication: authentication.mode === 'none' ? authentication : sealed(authentication, key),
        arrival: arrival && { ...arrival, authentication: sealed(arrival.authentication, key) },
      };
    }
    case 'microsoft365':
    case 'exchange':
      return { ...proven, authentication: sealed(proven.authentication, key) };
    default:
      return proven;
  }
};

/**
 * SHA-256 (hex) over exactly the values that a proof proves, whatever the order of their names; secrets enter sealed
 * with `key`, which may be empty for values without any.
 */
export const digestProfile = (values: ResolvedProfile, key: string): string =>
  fingerprintOf(provenValues(values, key));
