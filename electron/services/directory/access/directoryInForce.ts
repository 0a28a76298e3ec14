import type { ResolvedDirectory } from '../resolvedDirectory.ts';

/** The directory that is used now. `revision`: another one whenever something of it may have changed. */
export type DirectoryInForce = { revision: number; directory: ResolvedDirectory };
