import type { Revision } from '../../contract/settings/settings.contract.ts';
import type { AuditChange, AuditEntry } from '../../stores/audit/auditEntry.ts';
import type { AuditStore } from '../../stores/audit/auditStore.ts';
import { createAuditExport } from './auditExport.ts';
import { createAuditReading } from './auditReading.ts';
import type { AuditedCall } from './auditedCall.ts';

export type AuditServiceParts = {
  store: AuditStore;
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
export const createAuditService = ({ store, listRevisions, machine, now }: AuditServiceParts) => {
  const savedChanges = async (revision: number | null): Promise<readonly AuditChange[]> => {
    if (revision === null) return [];
    const { revisions } = await listRevisions(0, revisionsLookedAt);
    return revisions.find((each) => each.revision === revision)?.changes ?? [];
  };

  return {
    /** Writes the row of a call. DATABASE_UNREADABLE, STORAGE_FAILED. */
    record: async ({ settingsRevision, ...call }: AuditedCall): Promise<void> => {
      const changes = [...call.changes, ...(await savedChanges(settingsRevision))];
      await store.append({ ...call, changes, at: now(), machine });
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
      await store.append(entry);
    },

    verify: store.verify,
    ...createAuditReading({ store, now }),
    exportEntries: createAuditExport({ store, now }),

    /** Drops what is older than so many days; 0 keeps everything. Gives how many rows went. */
    dropOld: async (retentionDays: number): Promise<number> =>
      retentionDays === 0 ? 0 : store.dropBefore(now() - retentionDays * dayMs),
  };
};

export type AuditService = ReturnType<typeof createAuditService>;
