import { anyMeant, clientDigest, digestOf } from './clientDigest.ts';
import type { ResolvedClient } from './resolvedClient.ts';

const newPrefix = 'new:';

/**
 * Whose tokens they are: a profile's, by its id, or those of values that are not saved yet, which belong to the person
 * who typed them, for whichever account and server. Nobody else gets at them.
 * @param by the user of the console who proves the values.
 */
export const tokenOwner = (profileId: string | null, by: string, client: ResolvedClient): string =>
  profileId ?? `${newPrefix}${digestOf(by)}:${clientDigest(client, anyMeant)}`;

/** True for what is not saved yet: its tokens are kept in memory only. */
export const isNewOwner = (owner: string): boolean => owner.startsWith(newPrefix);
