import { oneFlight } from '../../concurrency/oneFlight.ts';
import type { Watch, WatchedThing, WatchState } from '../../contract/watch/watch.ts';
import type { StoredMark } from '../../stores/watch/watchMarkStore.ts';
import { daysUntil } from '../ending/endingSteps.ts';
import type { ServerIdentity } from './observation.ts';
import { createWatchRound, type WatchRoundParts } from './watchRound.ts';
import { signInKey } from './judgeSignIn.ts';

export type WatchServiceParts = WatchRoundParts & {
  /** What the settings name of the directory in force. */
  namedInDirectory: () => Promise<readonly ServerIdentity[]>;
  /** False: there is no database yet, so nobody has looked. */
  isKept: () => Promise<boolean>;
};

/** However many servers are silent, a round ends; in ms. */
const roundLimitMs = 600_000;

/** The worst first. */
const gravity: readonly WatchState[] = ['expired', 'silent', 'expiring', 'old', 'unseen', 'well'];

/** ISO 8601 has four digits for a year. */
const latestMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const toIso = (moment: number | null): string | null =>
  moment === null ? null : new Date(Math.min(moment, latestMoment)).toISOString();

/** An old password has no day on which it ends. */
const endOf = ({ endsAt, since }: StoredMark): number | null => (since === null ? endsAt : null);

const toThing = (mark: StoredMark, now: number): WatchedThing => {
  const endsAt = endOf(mark);
  return {
    ...{ key: mark.key, kind: mark.kind, name: mark.name, profiles: [...mark.profiles], state: mark.state },
    ...{ endsAt: toIso(endsAt), since: toIso(mark.since), finding: mark.finding },
    daysLeft: endsAt === null ? null : daysUntil(endsAt, now),
    ...{ isShortLived: mark.isShortLived, checkedAt: toIso(mark.checkedAt) },
  };
};

/** What is in force and has no mark yet. */
const toUnseen = ({
  key,
  kind,
  name,
  profiles,
}: Pick<WatchedThing, 'key' | 'kind' | 'name'> & { profiles: readonly string[] }): WatchedThing => ({
  ...{ key, kind, name, profiles: [...profiles], state: 'unseen' },
  ...{ endsAt: null, isShortLived: false, since: null, finding: null, daysLeft: null, checkedAt: null },
});

const byGravity = (one: WatchedThing, other: WatchedThing): number =>
  gravity.indexOf(one.state) - gravity.indexOf(other.state) ||
  (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity) ||
  one.name.localeCompare(other.name, undefined, { numeric: true });

/** Watches what will end and who stops answering (REQUIREMENTS N11). */
export const createWatchService = (parts: WatchServiceParts) => {
  const { marks, isKept, now } = parts;
  const round = createWatchRound(parts);
  const ending = new AbortController();
  let last: Promise<void> = Promise.resolve();
  const fly = oneFlight(roundLimitMs, (signal) => {
    const flight = round(AbortSignal.any([signal, ending.signal]));
    last = flight.catch(() => undefined);
    return flight;
  });

  /** As the settings name it; those of the controllers that DNS names are known when it was asked for them. */
  const listInForce = async (): Promise<WatchedThing[]> => [
    ...(await parts.relays()).map(toUnseen),
    ...(await parts.namedInDirectory()).map(toUnseen),
    ...(await parts.signIns()).flatMap((signIn) => {
      const { kind, name, profileName, isReadable } = signIn;
      return isReadable ? [toUnseen({ key: signInKey(signIn), kind, name, profiles: [profileName] })] : [];
    }),
  ];

  /** What the last look found, and what is in force since then; asks nobody. */
  const getLast = async (): Promise<Watch> => {
    const known = (await isKept()) ? await marks.list() : [];
    const keys = new Set(known.map(({ key }) => key));
    const unseen = (await listInForce()).filter(({ key }) => !keys.has(key));
    const things = [...known.map((mark) => toThing(mark, now())), ...unseen].sort(byGravity);
    const newest = known.length === 0 ? null : Math.max(...known.map(({ checkedAt }) => checkedAt));
    return { checkedAt: toIso(newest), things };
  };

  return {
    getLast,

    /** Looks now, or waits for the look that is under way; who leaves ends it for nobody else. Throws the reason of the signal. */
    run: async (signal: AbortSignal): Promise<Watch> => {
      signal.throwIfAborted();
      await fly(signal);
      return getLast();
    },

    /** Breaks a look off; none runs any more when this settles. */
    stop: async (): Promise<void> => {
      ending.abort();
      await last;
    },
  };
};

export type WatchService = ReturnType<typeof createWatchService>;
