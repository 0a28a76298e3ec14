import type { PeopleStores } from '../../../stores/users/peopleTransaction.ts';

/**
 * `at`: ms since 1970 UTC. `mustChange`: somebody else chose it, so its owner has to choose another one. `sessionId`: the one
 * session that goes on.
 */
export type PasswordReplacement = {
  userId: string;
  hash: string;
  at: number;
  mustChange: boolean;
  sessionId?: string;
};

/**
 * Puts a password in the place of another, and ends in the same transaction all that the old one let in: sessions, and
 * codes for a forgotten password that are on their way by mail.
 */
export const replacePassword = async (
  { credentials, resetCodes, sessions }: Pick<PeopleStores, 'credentials' | 'resetCodes' | 'sessions'>,
  { userId, hash, at, mustChange, sessionId }: PasswordReplacement,
): Promise<void> => {
  await credentials.set(userId, { hash, at, mustChange });
  await resetCodes.revokeAll(userId, at);
  await sessions.endAllOf(userId, 'passwordChanged', at, sessionId);
};
