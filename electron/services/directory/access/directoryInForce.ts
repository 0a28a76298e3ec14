import type { ResolvedDirectory } from '../resolvedDirectory.ts';

/** A directory's values without the identity that reads: no secret is in them. */
export type DirectoryWithoutIdentity = Omit<ResolvedDirectory, 'identity'>;

/** The directory that is used now. */
export type DirectoryInForce = {
  /** Enough for somebody who signs in with a password of their own. */
  values: DirectoryWithoutIdentity;
  /** The same with the identity that reads. VAULT_LOCKED, SECRET_REQUIRED, SECRET_UNREADABLE, INVALID_INPUT, NOT_FOUND. */
  resolve: () => Promise<ResolvedDirectory>;
};
