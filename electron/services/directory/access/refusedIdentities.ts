import { withinTime } from '../../../concurrency/withinTime.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import { endsAttempts, isCredentialRefusal } from '../connection/bindIdentity.ts';
import { DirectoryObstacle } from '../connection/directoryObstacle.ts';
import { readerRefusal, readerUnanswered } from './readerRefusal.ts';

/** As long as a domain counts refusals towards a lockout unless it was set otherwise (lockOutObservationWindow), in ms. */
const rememberedMs = 30 * 60_000;
/** A bind without an answer may have counted: there is one a minute at most, in ms. */
const unansweredMs = 60_000;
/** Nobody waits for longer until others have signed in, in ms. */
const longestWaitMs = 60_000;

/**
 * Who signs in where. `identity`: a digest of name and password; `userName` null: the Windows identity; `domain` null: at home, in the
 * domain of the account.
 */
type BindPlace = { identity: string; userName: string | null; domain: string | null };

export type RefusedIdentitiesParts = {
  /** ms since 1970 UTC. */
  now: () => number;
  /** When a proof of exactly what is in force passed last, ms since 1970 UTC; null: none did, or a later one failed. */
  provenAt: () => Promise<number | null>;
  /** Is told what each sign-in at home was answered; null: it was let in. */
  onBind: (refusal: Finding | null) => void;
};

/** What keeps an identity from being tried; `at` in ms since 1970 UTC. */
type Refusal = { obstacle: DirectoryObstacle; at: number; lastsMs: number };
/** Of the identity that was used last; there is one at a time. */
type Memory = { identity: string; isAccepted: boolean; refusals: Map<string | null, Refusal> };

const forgotten = (identity: string): Memory => ({ identity, isAccepted: false, refusals: new Map() });

const told = (error: DirectoryObstacle, place: BindPlace): Omit<Refusal, 'at'> =>
  isCredentialRefusal(error.cause)
    ? { obstacle: readerRefusal(error, place), lastsMs: rememberedMs }
    : { obstacle: readerUnanswered(error, place), lastsMs: unansweredMs };

/** Whether a refusal still keeps the identity from being tried. */
const createStanding =
  ({ now, provenAt }: Pick<RefusedIdentitiesParts, 'now' | 'provenAt'>) =>
  async ({ at, lastsMs }: Refusal): Promise<boolean> => {
    // A clock that was put back makes nothing last longer, and a proof of before it no later one.
    if (Math.abs(now() - at) >= lastsMs) return false;
    const proven = await provenAt();
    return proven === null || proven <= at || proven > now();
  };

/** Signing in elsewhere is no option now: the identity has to be let in at home first, whoever was queued before. */
export class NotAcceptedAtHome extends Error {
  override readonly name = 'NotAcceptedAtHome';
}

const settled = async (work: Promise<unknown>): Promise<void> => {
  await Promise.allSettled([work]);
};

/** One after the other, whoever still waits when the turn comes. */
const createTurns = () => {
  let last: Promise<void> = Promise.resolve();
  return <Result>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> =>
    withinTime(longestWaitMs, signal, (limited) => {
      const turn = last.then(() => {
        limited.throwIfAborted();
        return work(limited);
      });
      last = settled(turn);
      return turn;
    });
};

/**
 * Lets the identity that reads sign in once at a time, and not again after a refusal: whoever asks next is told the same, and no
 * further bind counts against the account. A refusal at home counts everywhere, one elsewhere only there: a trust may refuse an
 * account that is good, but whoever goes elsewhere after it has to see it let in at home anew. A bind without an answer may have
 * counted: it is the only one for a minute. Another name or password, half an hour, or a proof that has passed since (the account
 * was unlocked), makes room for a new attempt when somebody asks next; a proof is one at any time.
 */
export const createRefusedIdentities = (parts: RefusedIdentitiesParts) => {
  const { now, onBind } = parts;
  const isStanding = createStanding(parts);
  const inTurn = createTurns();
  let memory = forgotten('');

  const refusalAt = async (place: string | null): Promise<Refusal | null> => {
    const refusal = memory.refusals.get(place);
    return refusal && (await isStanding(refusal)) ? refusal : null;
  };

  /** The same error; a refusal is remembered, and says whose it is and that nobody tries again for now. */
  const noted = (error: unknown, place: BindPlace): unknown => {
    if (memory.identity !== place.identity) return error;
    if (!(error instanceof DirectoryObstacle) || !endsAttempts(error.cause)) return error;
    const { obstacle, lastsMs } = told(error, place);
    memory.isAccepted = false;
    memory.refusals.set(place.domain, { obstacle, at: now(), lastsMs });
    if (isCredentialRefusal(error.cause) && place.domain === null) onBind(obstacle.finding);
    return obstacle;
  };

  const attempt = async <Bound>(
    place: BindPlace,
    signal: AbortSignal,
    bind: () => Promise<Bound>,
  ): Promise<Bound> => {
    const { identity, domain } = place;
    if (memory.identity !== identity) memory = forgotten(identity);
    const refusal = (await refusalAt(null)) ?? (await refusalAt(domain));
    if (refusal) throw refusal.obstacle;
    if (domain !== null && !memory.isAccepted) throw new NotAcceptedAtHome();
    signal.throwIfAborted();
    try {
      const bound = await bind();
      if (domain === null) {
        memory.isAccepted = true;
        onBind(null);
      }
      return bound;
    } catch (error) {
      throw noted(error, place);
    }
  };

  return {
    /** True once it has signed in at home, until it is refused, or not answered, anywhere. */
    isAccepted: (identity: string): boolean => memory.identity === identity && memory.isAccepted,
    /** Why the identity would not be tried in a domain now; null: it would be. */
    refusalIn: async (identity: string, domain: string): Promise<Finding | null> =>
      memory.identity === identity ? ((await refusalAt(domain))?.obstacle.finding ?? null) : null,
    /**
     * Signs in when its turn has come, if somebody still waits for it; what comes of a bind that has begun is heard in any case.
     * Throws what `bind` throws, DirectoryObstacle or NotAcceptedAtHome without a bind, TimeLimitError, and the signal's reason.
     */
    bindInTurn: <Bound>(place: BindPlace, signal: AbortSignal, bind: () => Promise<Bound>): Promise<Bound> =>
      inTurn(signal, (limited) => attempt(place, limited, bind)),
  };
};
