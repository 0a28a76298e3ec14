import { fingerprintOf, sealSecret } from '../../proof/fingerprint.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';

const sealed = <Values extends { password: string }>(values: Values, key: string) => ({
  ...values,
  password: sealSecret(values.password, key),
});

const provenValues = (values: ResolvedProfile, key: string) => {
  // A profile that is called differently is still the same proven way.
  const { name: _, ...proven } = values;
  if (proven.kind !== 'smtp') return proven;
  // One proof is one connection: it says nothing of how many there may be.
  const { maxConnections: __, ...way } = proven;
  const { authentication, arrival } = way;
  return {
    ...way,
    authentication: authentication.mode === 'password' ? sealed(authentication, key) : authentication,
    arrival: arrival && sealed(arrival, key),
  };
};

/**
 * SHA-256 (hex) over exactly the values that a proof proves, whatever the order of their names; passwords enter sealed
 * with `key`, which may be empty for values without any.
 */
export const digestProfile = (values: ResolvedProfile, key: string): string =>
  fingerprintOf(provenValues(values, key));
