import type { Kysely } from 'kysely';
import { dayMs } from '../../contract/dayMs.ts';
import type { Revision } from '../../contract/settings/settings.contract.ts';
import type { AuditChange, AuditEntry } from '../../stores/audit/auditEntry.ts';
import type { AuditStore } from '../../stores/audit/auditStore.ts';
import type { ChainEnd, ChainTurn } from '../../stores/audit/chainEnd.ts';
import type { ChainStretch } from '../../stores/audit/chainLink.ts';
import type { Tables } from '../../stores/database/tables.ts';
import { type Actor, demandAdministrator } from '../users/actor.ts';
import { createAuditExport } from './auditExport.ts';
import { createAuditReading } from './auditReading.ts';
import type { AuditedCall } from './auditedCall.ts';
import { valueChanges } from './valueChanges.ts';

export type AuditServiceParts = {
  store: AuditStore;
  end: ChainEnd;
  /** The newest revisions of the settings. */
  listRevisions: (offset: number, limit: number) => Promise<{ revisions: readonly Revision[] }>;
  /** The name of this machine: all doors are on it. */
  machine: string;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** What the program does by itself. */
export type OwnDeed = Pick<AuditEntry, 'operation' | 'subject' | 'result'> & {
  changes?: readonly AuditChange[];
};

/** How many saves of others may come between a save and its row. */
const revisionsLookedAt = 20;

const shownStretch = ({ before, newest }: ChainStretch) => ({
  ...{ oldest: before.number + 1, newest: newest.number },
});

const turnChanges = ({ before, now }: ChainTurn): AuditChange[] =>
  valueChanges('chain', before && shownStretch(before), shownStretch(now));

/** What was done by whom, for good (append-only, each row bound to those before it). */
export const createAuditService = ({ store, end, listRevisions, machine, now }: AuditServiceParts) => {
  const append = async (entry: AuditEntry): Promise<void> => {
    await store.append(entry);
    end.noteAdded();
  };

  const savedChanges = async (revision: number | null): Promise<readonly AuditChange[]> => {
    if (revision === null) return [];
    const { revisions } = await listRevisions(0, revisionsLookedAt);
    return revisions.find((each) => each.revision === revision)?.changes ?? [];
  };

  return {
    /** Writes the row of a call. DATABASE_UNREADABLE, STORAGE_FAILED. */
    record: async ({ settingsRevision, ...call }: AuditedCall): Promise<void> => {
      const changes = [...call.changes, ...(await savedChanges(settingsRevision))];
      await append({ ...call, changes, at: now(), machine });
    },

    /** Writes a row that no call stands behind. */
    recordOwn: async (deed: OwnDeed, door: string): Promise<void> => {
      await append({ changes: [], ...deed, at: now(), userId: null, user: '', door, machine });
    },

    /** To be told before a backup comes in force; gives what that changes, for the row of who does it. */
    announceRestore: async (backup: Kysely<Tables>): Promise<AuditChange[]> =>
      turnChanges(await end.announceRestore(backup)),

    /** Takes the entries that there are for all there should be. ADMINISTRATOR_REQUIRED, STORAGE_FAILED. */
    acceptEnd: async (actor: Pick<Actor, 'isAdministrator' | 'note'>): Promise<void> => {
      demandAdministrator(actor);
      actor.note({ changes: turnChanges(await end.accept()) });
    },

    /** Keeps what has to be kept before the database closes. */
    close: end.keep,

    ...createAuditReading({ store, end, now }),
    exportEntries: createAuditExport({ store, now }),

    /** Drops what is older than so many days; 0 keeps everything. Gives how many rows went. */
    dropOld: async (retentionDays: number): Promise<number> =>
      retentionDays === 0 ? 0 : store.dropBefore(now() - retentionDays * dayMs, end.announceDrop),
  };
};

export type AuditService = ReturnType<typeof createAuditService>;
