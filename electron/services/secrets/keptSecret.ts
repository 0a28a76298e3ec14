import { fail } from '../../contract/failures.ts';
import { mayKeep, type SecretTarget } from './secretTarget.ts';
import { isStored, type StoredSecret } from './storedSecret.ts';

/** What the kept password is to be used for, where it must lie, and its field. */
export type WantedSecret = { target: SecretTarget; source: 'vault' | 'insecure'; path: string[] };

/**
 * The stored password that `keep` means. SECRET_REQUIRED when there is none from this source, or it was stored for
 * another target.
 */
export const keptSecret = (
  stored: StoredSecret | null,
  { target, source, path }: WantedSecret,
): StoredSecret => {
  const fits = stored && stored.password.source === source && isStored(stored.password);
  if (fits && mayKeep(stored.target, target)) return stored;
  throw fail('SECRET_REQUIRED', { path });
};
