import type { AuditDetails, AuditFilter, AuditSummary } from '../../contract/audit/entry.ts';
import { fail } from '../../contract/failures.ts';
import type { AuditRecord } from '../../stores/audit/auditEntry.ts';
import type { ChainCut, ChainEnd } from '../../stores/audit/chainEnd.ts';
import type { AuditFilter as StoredFilter } from '../../stores/audit/auditListing.ts';
import type { AuditStore, ChainVerdict } from '../../stores/audit/auditStore.ts';

type Page = { filter: AuditFilter; below: number | null; limit: number };

/** What is null is not looked at. */
export const toStoredFilter = (filter: AuditFilter): StoredFilter => {
  const { from, until, userId, operation, outcome, result, text } = filter;
  return {
    text,
    ...(from === null ? {} : { from: Date.parse(from) }),
    ...(until === null ? {} : { until: Date.parse(until) }),
    ...(userId === null ? {} : { userId }),
    ...(operation === null ? {} : { operation }),
    ...(outcome === null ? {} : { outcome }),
    ...(result === null ? {} : { result }),
  };
};

const toSummary = ({ changes: _changes, hash: _hash, at, ...record }: AuditRecord): AuditSummary => ({
  ...record,
  at: new Date(at).toISOString(),
});

export const toDetails = (record: AuditRecord): AuditDetails => ({
  ...toSummary(record),
  changes: [...record.changes],
  hash: record.hash,
});

/** `cut`: which entries are gone that were there once. */
export type AuditVerdict = ChainVerdict & { cut: ChainCut | null };

export type AuditReadingParts = {
  store: Pick<AuditStore, 'list' | 'find' | 'verify'>;
  end: Pick<ChainEnd, 'check'>;
  now: () => number;
};

/** Shows what was done. */
export const createAuditReading = ({ store, end, now }: AuditReadingParts) => ({
  listEntries: async ({ filter, below, limit }: Page): Promise<{ entries: AuditSummary[] }> => ({
    entries: (await store.list(toStoredFilter(filter), below, limit)).map(toSummary),
  }),

  /** NOT_FOUND. */
  getEntry: async (number: number): Promise<AuditDetails> => {
    const record = await store.find(number);
    if (!record) throw fail('NOT_FOUND', {});
    return toDetails(record);
  },

  /** Reads the whole chain; `at`: when that was done. */
  verifyChain: async (signal?: AbortSignal): Promise<AuditVerdict & { at: string }> => {
    const verdict = await store.verify(signal);
    return { ...verdict, cut: await end.check(), at: new Date(now()).toISOString() };
  },
});
