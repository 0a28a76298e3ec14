import type { DirectoryWrite } from '../../contract/directory/directoryValues.ts';
import type { Credential } from '../secrets/secretReading.ts';

/** As whom the program reads the directory. */
export type ResolvedIdentity = { mode: 'windows' } | ({ mode: 'password' } & Credential);

/**
 * A directory's values ready for use: references to the vault and to the environment are replaced by what they stand for.
 * It carries a password: it is never stored, logged, or given to a page.
 */
export type ResolvedDirectory = Omit<DirectoryWrite, 'identity'> & { identity: ResolvedIdentity };
