import { fail } from '../../../contract/failures.ts';
import type { PeopleStores, PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import type { AuditChange } from '../../../stores/audit/auditEntry.ts';
import { changesNamed, valueChanges } from '../../audit/valueChanges.ts';
import type { Actor } from '../../users/actor.ts';
import { userChanges } from '../../users/auditedUser.ts';
import { makesAdministrator, type PeopleFacts, readPeopleFacts } from '../../users/peopleFacts.ts';
import { demandUnrestricted } from '../../users/restrictedUser.ts';
import { demandNotAbove, isSameGrant } from '../../users/roleGiving.ts';
import type { KeptAdditions, KeptChange, UndoneChange } from './keptAdditions.ts';

export type AdditionUndoingParts = { transact: PeopleTransaction; kept: KeptAdditions };

type Undoing = { user: StoredUser; left: StoredUser; change: KeptChange };

const plan = async (stores: PeopleStores, change: KeptChange): Promise<Undoing> => {
  const user = await stores.users.find(change.userId);
  if (user?.revision !== change.revision) throw fail('CONFLICT', { revision: user?.revision ?? 0 });
  const grants = user.grants.filter((held) => !change.grants.some((given) => isSameGrant(given, held)));
  return { user, left: { ...user, grants }, change };
};

/** RESTRICTED, NOT_ALLOWED, as when the roles were taken away one by one and the rest removed then. */
const demandAllowed = ({ user, left, change }: Undoing, actor: Actor, facts: PeopleFacts): void => {
  const endsAdministrator = makesAdministrator(change.grants, facts);
  demandUnrestricted(endsAdministrator ? ['change', 'removeAdministrator'] : ['change'], user, actor, facts);
  demandNotAbove(change.grants, actor, facts);
  if (!change.wasThere) demandUnrestricted(['delete'], left, actor, facts);
};

/** Nothing is left of one that was added. */
const write = async (stores: PeopleStores, { user, change }: Undoing): Promise<UndoneChange[]> => {
  if (!change.wasThere) {
    await stores.users.remove([user.id]);
    return [];
  }
  for (const grant of change.grants) await stores.users.removeGrant([user.id], grant);
  const { isAutoProvisioned } = change.wasThere;
  const known = await stores.directoryObjects.find(user.id);
  if (known) await stores.directoryObjects.save({ ...known, isAutoProvisioned });
  const left = await stores.users.find(user.id);
  return left ? [{ change, revision: left.revision }] : [];
};

const changesOf = ({ user, left, change }: Undoing, facts: PeopleFacts): AuditChange[] =>
  change.wasThere
    ? userChanges({ values: user, grants: user.grants }, { values: left, grants: left.grants }, facts)
    : valueChanges('user', { name: user.name }, null);

/**
 * Takes an addition back: what it added goes, and the roles that it gave. All or nothing. CONFLICT when one of them was changed since;
 * NOT_FOUND when it is not kept; RESTRICTED, NOT_ALLOWED.
 */
export const createAdditionUndoing =
  ({ transact, kept }: AdditionUndoingParts) =>
  async (additionId: string, actor: Actor): Promise<void> => {
    const changes = kept.find(additionId);
    if (!changes) throw fail('NOT_FOUND', {});
    const undone = await transact(async (stores) => {
      const facts = await readPeopleFacts(stores);
      const undoings: Undoing[] = [];
      for (const change of changes) undoings.push(await plan(stores, change));
      const written: UndoneChange[] = [];
      for (const undoing of undoings) {
        demandAllowed(undoing, actor, facts);
        written.push(...(await write(stores, undoing)));
      }
      actor.note({
        subject: undoings.map(({ user }) => user.name).join(', '),
        changes: undoings.flatMap((undoing) => changesNamed(undoing.user.name, changesOf(undoing, facts))),
      });
      return written;
    });
    kept.forget(additionId, undone);
  };

export type UndoAddition = ReturnType<typeof createAdditionUndoing>;
