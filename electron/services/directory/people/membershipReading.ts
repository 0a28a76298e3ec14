import { fail, isFailure } from '../../../contract/failures.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import type { KnownGroup, StoredMembership } from '../../../stores/directory/membershipStore.ts';
import type { PeopleStores, PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { followToken, isOvertaken } from './admission.ts';
import { askedWithin, longestAskingMs } from './askedWithin.ts';
import type { RecordDeeds } from './directoryDeeds.ts';
import type { DirectoryReader, Seen } from '../directoryReader.ts';
import { isFresh, type ReadDirectoryRules } from './directoryRules.ts';
import { ifKnown, noteDeleted } from './followedObject.ts';
import { createGroupFollowing } from './groupFollowing.ts';
import { findingOf } from './unreachableFinding.ts';

export type MembershipReadingParts = {
  stores: Pick<PeopleStores, 'directoryObjects' | 'memberships'>;
  transact: PeopleTransaction;
  reader: Pick<DirectoryReader, 'readToken' | 'readObject'>;
  rules: ReadDirectoryRules;
  record: RecordDeeds;
  /** Ends when a call has waited long enough for a reading that is under way. */
  patience: () => Promise<unknown>;
  /** Told of what is no failure of the contract, for the log. */
  onError: (error: unknown) => void;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** What could not be read is not tried again by itself for so long, in ms. */
const retryAfterMs = 60_000;

const obstacleOf = (error: unknown): string | null => findingOf(error)?.code ?? null;

/** Nobody sees it: that may be a right to read that is missing, so it is not taken for deleted. DIRECTORY_UNREACHABLE. */
const demandSeen = <Found>({ accountName }: StoredDirectoryObject, seen: Seen<Found>): Found | 'deleted' => {
  if (seen !== null) return seen;
  const finding = makeFinding('directoryObjectUnseen', { name: accountName });
  throw fail('DIRECTORY_UNREACHABLE', { finding });
};

/** A reading that is under way; `waited` ends when nobody should wait for it any longer. */
type Flight = { done: Promise<void>; waited: Promise<unknown> };

/** Who is gone is in no group. */
const noteGone = async (stores: PeopleStores, known: StoredDirectoryObject, at: number) => {
  const membership = await stores.memberships.find(known.userId);
  if (membership && isOvertaken(membership, at)) return [];
  await stores.memberships.replace(known.userId, [], at);
  return noteDeleted(stores, known, at);
};

/** Reads the groups of a person anew, and who that is, by the program's own identity. */
const createReading = (parts: MembershipReadingParts) => {
  const { stores, transact, reader, rules, record, now } = parts;
  const followGroups = createGroupFollowing(parts);

  const noteFailure = (userId: string, error: unknown) =>
    transact((step) =>
      ifKnown(step, userId, async () => {
        await step.memberships.noteFailure(userId, now(), obstacleOf(error));
        return [];
      }),
    );

  const readToken = async (known: StoredDirectoryObject) => {
    try {
      const token = await askedWithin(longestAskingMs, (signal) => reader.readToken(known, signal));
      return demandSeen(known, token);
    } catch (error) {
      await noteFailure(known.userId, error);
      throw error;
    }
  };

  return async (userId: string): Promise<void> => {
    const known = await stores.directoryObjects.find(userId);
    const present = await rules();
    if (!known || !present) throw fail('NOT_FOUND', {});
    const askedAt = now();
    const token = await readToken(known);
    const deeds = await transact((step) =>
      ifKnown(step, userId, (still) =>
        token === 'deleted' ? noteGone(step, still, askedAt) : followToken(step, still, token, askedAt),
      ),
    );
    await record(deeds, null);
    await record(await followGroups(userId, present), null);
  };
};

/**
 * Knows which groups people are in. While what was read is fresh nobody asks the directory; then the first call does, once for each
 * person, and waits a little. Who could not be asked for has no inherited rights meanwhile (U13), and is tried again no more often
 * than once a minute.
 */
export const createMembershipReading = (parts: MembershipReadingParts) => {
  const { stores, rules, patience, onError, now } = parts;
  const read = createReading(parts);
  const flights = new Map<string, Flight>();

  const flightOf = (userId: string): Flight => {
    const present = flights.get(userId);
    if (present) return present;
    const done = read(userId).finally(() => flights.delete(userId));
    const flight = { done, waited: patience() };
    flights.set(userId, flight);
    return flight;
  };

  const waitFor = async (userId: string): Promise<void> => {
    const { done, waited } = flightOf(userId);
    const told = done.catch((error: unknown) => {
      if (!isFailure(error)) onError(error);
    });
    await Promise.race([told, waited]);
  };

  const mayTry = ({ failedAt }: StoredMembership): boolean =>
    failedAt === null || Math.abs(now() - failedAt) >= retryAfterMs;

  /** Null: what was read counts no longer. */
  const freshGroups = async (userId: string): Promise<readonly KnownGroup[] | null> => {
    const stored = await stores.memberships.find(userId);
    const present = await rules();
    if (!stored || !present?.isEnabled) return [];
    return isFresh(stored.readAt, present, now()) ? stored.groups : null;
  };

  return {
    /** The groups whose roles count as far as they were read; the directory is not asked. */
    readGroups: async (userId: string): Promise<readonly KnownGroup[]> => (await freshGroups(userId)) ?? [],

    /** The groups whose roles count now. */
    currentGroups: async (userId: string): Promise<readonly KnownGroup[]> => {
      const present = await freshGroups(userId);
      if (present) return present;
      const stored = await stores.memberships.find(userId);
      if (!stored || !mayTry(stored)) return [];
      await waitFor(userId);
      return (await freshGroups(userId)) ?? [];
    },

    /** NOT_FOUND, DIRECTORY_UNREACHABLE. */
    refresh: (userId: string): Promise<void> => flightOf(userId).done,
  };
};

export type MembershipReading = ReturnType<typeof createMembershipReading>;
