import type {
  BulkAction,
  BulkPreview,
  BulkRequest,
  BulkSubject,
  LeftOutReason,
} from '../../../contract/users/bulk.ts';
import { fail } from '../../../contract/failures.ts';
import type { PeopleStores, PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import { type Actor, demandRights } from '../actor.ts';
import { type PeopleFacts, readPeopleFacts } from '../peopleFacts.ts';
import { isHeld } from '../rights/heldPermissions.ts';
import { whyNotGivable } from '../roleGiving.ts';
import { bulkNoted } from './bulkNoted.ts';
import { findLosers, type Loser } from './findLosers.ts';
import { bulkFingerprint, type BulkPlan, type LeftOut, planBulk } from './bulkPlan.ts';

/** How many users a preview names of each sort. */
const namedAtMost = 100;

export type BulkActionsParts = { transact: PeopleTransaction; now: () => number };

/** NOT_ALLOWED without the right that the action takes (U25). */
const demandBulkRights = ({ kind }: BulkAction, actor: Actor): void => {
  if (kind === 'delete') demandRights(actor, 'users.delete');
  else if (kind !== 'addRole' && kind !== 'removeRole') demandRights(actor, 'users.edit');
  else if (!isHeld(actor.held, 'users.edit', null)) demandRights(actor, 'roles.edit');
};

/** INVALID_INPUT when the role that everybody would get is not the actor's to give. */
const demandGivable = (action: BulkAction, actor: Actor, facts: PeopleFacts): void => {
  if (action.kind !== 'addRole') return;
  const fault = whyNotGivable(action, actor, facts);
  if (!fault) return;
  const { field, code, parameters } = fault;
  throw fail('INVALID_INPUT', { issues: [{ path: ['action', field], code, parameters }] });
};

const idsOf = async (
  subject: BulkSubject,
  { listing }: PeopleStores,
  now: number,
): Promise<readonly string[]> => {
  if ('ids' in subject) return [...new Set(subject.ids)];
  const sort = { column: 'name' as const, descending: false };
  return listing.listIds({ ...subject.filter, sort, offset: 0, limit: 1 }, now);
};

const goneOf = (ids: readonly string[], users: readonly StoredUser[]): LeftOut[] => {
  const found = new Set(users.map(({ id }) => id));
  return ids.filter((id) => !found.has(id)).map((id) => ({ id, name: '', reason: 'gone' }));
};

const write = async (
  stores: PeopleStores,
  action: BulkAction,
  { changed }: BulkPlan,
  now: number,
): Promise<void> => {
  const ids = changed.map(({ id }) => id);
  switch (action.kind) {
    case 'activate':
      return stores.users.setActive(ids, true);
    case 'deactivate':
      await stores.users.setActive(ids, false);
      return stores.sessions.endAllOfEach(ids, 'deactivated', now);
    case 'unlock':
      return stores.lockouts.forgive(ids);
    /** Their sessions go with them. */
    case 'delete':
      return stores.users.remove(ids);
    case 'addRole':
      return stores.users.addGrant(ids, { roleId: action.roleId, folderId: action.folderId });
    case 'removeRole':
      return stores.users.removeGrant(ids, { roleId: action.roleId, folderId: action.folderId });
  }
};

const named = (users: readonly { id: string; name: string }[]) =>
  users.slice(0, namedAtMost).map(({ id, name }) => ({ id, name }));

const toPreview = (action: BulkAction, plan: BulkPlan, losers: readonly Loser[]): BulkPreview => {
  const sorts: Map<LeftOutReason, LeftOut[]> = Map.groupBy(plan.leftOut, ({ reason }) => reason);
  return {
    count: plan.changed.length,
    groups: plan.changed.filter(({ kind }) => kind === 'directoryGroup').length,
    users: named(plan.changed),
    leftOut: [...sorts].map(([reason, users]) => ({ reason, count: users.length, users: named(users) })),
    losing: {
      count: losers.length,
      users: named(losers),
      roleIds: [...new Set(losers.flatMap(({ roleIds }) => roleIds))],
    },
    fingerprint: bulkFingerprint(action, plan),
  };
};

/** Does one thing to many users, after it has said to whom. Failures: NOT_ALLOWED, INVALID_INPUT. */
export const createBulkActions = ({ transact, now }: BulkActionsParts) => {
  const plan = async (
    stores: PeopleStores,
    { action, subject }: BulkRequest,
    actor: Actor,
  ): Promise<BulkPlan> => {
    const facts = await readPeopleFacts(stores);
    demandGivable(action, actor, facts);
    const ids = await idsOf(subject, stores, now());
    const users = await stores.users.findAll(ids);
    const locked =
      action.kind === 'unlock' ? await stores.lockouts.lockedAmong(ids, now()) : new Set<string>();
    const { changed, leftOut } = planBulk(users, { action, actor, facts, locked });
    return { changed, leftOut: [...leftOut, ...goneOf(ids, users)] };
  };

  return {
    previewBulk: async (request: BulkRequest, actor: Actor): Promise<BulkPreview> => {
      demandBulkRights(request.action, actor);
      return transact(async (stores) => {
        const planned = await plan(stores, request, actor);
        return toPreview(request.action, planned, await findLosers(request.action, planned, stores));
      });
    },

    /** CONFLICT when it would change others than the preview said. */
    applyBulk: async (
      { fingerprint, ...request }: BulkRequest & { fingerprint: string },
      actor: Actor,
    ): Promise<{ changed: number }> => {
      demandBulkRights(request.action, actor);
      return transact(async (stores) => {
        const planned = await plan(stores, request, actor);
        if (bulkFingerprint(request.action, planned) !== fingerprint) throw fail('CONFLICT', { revision: 0 });
        await write(stores, request.action, planned, now());
        actor.note(bulkNoted(request.action, planned, await readPeopleFacts(stores)));
        return { changed: planned.changed.length };
      });
    },
  };
};
