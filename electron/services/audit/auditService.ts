import type { Revision } from '../../contract/settings/settings.contract.ts';
import type { AuditChange, AuditEntry } from '../../stores/audit/auditEntry.ts';
import type { AuditStore } from '../../stores/audit/auditStore.ts';
import type { ChainEnd } from '../../stores/audit/chainEnd.ts';
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
export type OwnDeed = Pick<AuditEntry, 'operation' | 'subject' | 'result'>;

const dayMs = 86_400_000;
/** How many saves of others may come between a save and its row. */
const revisionsLookedAt = 20;

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
      const entry = {
        ...deed,
        at: now(),
        userId: null,
        user: '',
        door,
        machine,
        changes: [],
      };
      await append(entry);
    },

    /** To be told after a backup was restored; gives what that changed, for the row of who did it. */
    acceptRestored: async (): Promise<AuditChange[]> => {
      const { before, now: newest } = await end.accept();
      return valueChanges('chain', { newest: before }, { newest });
    },

    /** Keeps what has to be kept before the database closes. */
    close: end.keep,

    ...createAuditReading({ store, end, now }),
    exportEntries: createAuditExport({ store, now }),

    /** Drops what is older than so many days; 0 keeps everything. Gives how many rows went. */
    dropOld: async (retentionDays: number): Promise<number> =>
      retentionDays === 0 ? 0 : store.dropBefore(now() - retentionDays * dayMs),
  };
};

export type AuditService = ReturnType<typeof createAuditService>;
