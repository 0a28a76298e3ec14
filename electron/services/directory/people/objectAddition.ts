import { randomUUID } from 'node:crypto';
import type { Addition, AdditionOutcome, AdditionPreview } from '../../../contract/directory/addition.ts';
import { fail, refuseField } from '../../../contract/failures.ts';
import type { UserGrant } from '../../../contract/users/user.ts';
import type { PeopleStores, PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import { changesNamed } from '../../audit/valueChanges.ts';
import { type Actor, demandRights } from '../../users/actor.ts';
import { userChanges } from '../../users/auditedUser.ts';
import { demandGivable, uniqueGrants } from '../../users/givenGrants.ts';
import { type PeopleFacts, readPeopleFacts } from '../../users/peopleFacts.ts';
import { demandUnrestricted } from '../../users/restrictedUser.ts';
import { takenGrants } from '../../users/roleGiving.ts';
import type { ChosenObject, PlanAddition } from './additionPreview.ts';
import type { DirectoryDeed, RecordDeeds } from './directoryDeeds.ts';
import { addObject, followObject } from './followedObject.ts';
import type { KeptAdditions, KeptChange } from './keptAdditions.ts';

export type ObjectAdditionParts = {
  plan: PlanAddition;
  transact: PeopleTransaction;
  kept: KeptAdditions;
  record: RecordDeeds;
  /** ms since 1970 UTC. */
  now: () => number;
};

export type AdditionRequest = Addition & { fingerprint: string; confirmedGaining: number | null };

type Given = { grants: readonly UserGrant[]; actor: Actor; facts: PeopleFacts; at: number };
/** `before` null: it was not known. */
type Done = {
  before: StoredUser | null;
  after: StoredUser;
  kept: KeptChange;
  deeds: readonly DirectoryDeed[];
};

/** How many of them the subject of a row names; its changes name them all. */
const namedAtMost = 10;

const demandThere = async (stores: PeopleStores, userId: string): Promise<StoredUser> => {
  const user = await stores.users.find(userId);
  if (!user) throw fail('CONFLICT', { revision: 0 });
  return user;
};

const addNew = async (stores: PeopleStores, { found }: ChosenObject, given: Given): Promise<Done> => {
  const arrival = { isAutoProvisioned: false, grants: given.grants, at: given.at };
  const { userId, deeds } = await addObject(stores, found, arrival);
  const after = await demandThere(stores, userId);
  const kept = { userId, revision: after.revision, grants: given.grants, wasThere: null };
  return { before: null, after, kept, deeds };
};

/** Gives roles to one who is known, and takes over what the directory says of it now. */
const addToKnown = async (
  stores: PeopleStores,
  { found }: ChosenObject,
  userId: string,
  { grants, actor, facts, at }: Given,
): Promise<Done> => {
  demandRights(actor, 'users.edit');
  const known = await stores.directoryObjects.find(userId);
  const before = await demandThere(stores, userId);
  if (!known) throw fail('CONFLICT', { revision: before.revision });
  demandUnrestricted(['change'], before, actor, facts);
  const deeds = await followObject(stores, { ...known, isAutoProvisioned: false }, found, at);
  const missing = takenGrants(grants, before.grants);
  for (const grant of missing) await stores.users.addGrant([userId], grant);
  const after = await demandThere(stores, userId);
  const wasThere = { isAutoProvisioned: known.isAutoProvisioned, revision: before.revision };
  return { before, after, deeds, kept: { userId, revision: after.revision, grants: missing, wasThere } };
};

const addEach = async (
  stores: PeopleStores,
  chosen: readonly ChosenObject[],
  given: Given,
): Promise<Done[]> => {
  const known = await stores.directoryObjects.findByGuids(chosen.map(({ found }) => found.objectGuid));
  const ids = new Map(known.map(({ objectGuid, userId }) => [objectGuid, userId]));
  const done: Done[] = [];
  for (const object of chosen) {
    const userId = ids.get(object.found.objectGuid) ?? null;
    if (userId !== object.userId) throw fail('CONFLICT', { revision: 0 });
    done.push(
      await (userId === null ? addNew(stores, object, given) : addToKnown(stores, object, userId, given)),
    );
  }
  return done;
};

const noteDone = (done: readonly Done[], { note }: Actor, facts: PeopleFacts): void => {
  const names = done.map(({ after }) => after.name);
  note({
    subject: [...names.slice(0, namedAtMost), ...(names.length > namedAtMost ? ['…'] : [])].join(', '),
    changes: done.flatMap(({ before, after }) => {
      const described = before && { values: before, grants: before.grants };
      return changesNamed(after.name, userChanges(described, { values: after, grants: after.grants }, facts));
    }),
  });
};

const namedOf = (done: readonly Done[], isNew: boolean) =>
  done
    .filter(({ before }) => (before === null) === isNew)
    .map(({ after }) => ({ userId: after.id, name: after.name }));

/** Adds users and groups of the directory, after it has said what that brings (U09, U25). */
export const createObjectAddition = ({ plan, transact, kept, record, now }: ObjectAdditionParts) => ({
  previewAddition: async (addition: Addition, actor: Actor, signal: AbortSignal): Promise<AdditionPreview> =>
    (await plan(addition, actor, signal)).preview,

  /**
   * All or nothing. CONFLICT when it would do something else than the preview said; INVALID_INPUT also at `confirmedGaining`, when more
   * people gain than the settings let pass without their number.
   */
  addObjects: async (
    { fingerprint, confirmedGaining, ...addition }: AdditionRequest,
    actor: Actor,
    signal: AbortSignal,
  ): Promise<AdditionOutcome> => {
    const { preview, chosen } = await plan(addition, actor, signal);
    if (preview.fingerprint !== fingerprint) throw fail('CONFLICT', { revision: 0 });
    if (preview.exceedsGuard && confirmedGaining !== preview.gaining)
      throw refuseField(['confirmedGaining'], 'gainingNotConfirmed', { gaining: preview.gaining });
    const done = await transact(async (stores) => {
      const facts = await readPeopleFacts(stores);
      const grants = uniqueGrants(addition.grants);
      demandGivable({ grants, held: [] }, actor, facts);
      const added = await addEach(stores, chosen, { grants, actor, facts, at: now() });
      noteDone(added, actor, facts);
      return added;
    });
    await record(
      done.flatMap(({ deeds }) => deeds),
      null,
    );
    const additionId = randomUUID();
    kept.keep(
      additionId,
      done.map((each) => each.kept),
    );
    return { additionId, added: namedOf(done, true), changed: namedOf(done, false) };
  },
});

export type ObjectAddition = ReturnType<typeof createObjectAddition>;
