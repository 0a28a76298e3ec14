import { dayMs } from '../../contract/dayMs.ts';
import type { WatchedSecretKind } from '../../contract/watch/watch.ts';
import type { Ending } from '../ending/endingSteps.ts';
import type { WatchedSignIn } from './observation.ts';

/** A password that nobody has changed for so long is old. */
const oldAgeMs = 365 * dayMs;

/** A refresh token of Entra that nobody uses for so long ends (AADSTS700082); Google's live longer. */
const idleLifeMs = 90 * dayMs;

const isPassword = (kind: WatchedSecretKind): boolean => kind === 'appPassword' || kind === 'password';

/**
 * When a secret ends, and since when it is known to be the same. @param firstSeenAt when this very secret was seen first, in ms
 * since 1970 UTC.
 */
export const signInEnding = (
  { kind, expiresAt, lastUsedAt }: WatchedSignIn,
  firstSeenAt: number,
): { ending: Ending | null; since: number | null } => {
  const since = isPassword(kind) ? firstSeenAt : null;
  const idleUntil = kind === 'refreshToken' && lastUsedAt !== null ? lastUsedAt + idleLifeMs : null;
  const endsAt = expiresAt ?? idleUntil;
  if (endsAt !== null) return { ending: { endsAt, lifeMs: null, isAge: false }, since };
  if (since === null) return { ending: null, since };
  return { ending: { endsAt: since + oldAgeMs, lifeMs: null, isAge: true }, since };
};
