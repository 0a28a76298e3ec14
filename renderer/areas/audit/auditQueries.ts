import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AuditFilter } from '../../../electron/contract/audit/entry.ts';
import { useClient } from '../../shell/ClientContext.ts';

const everything = ['audit'] as const;
const pageSize = 200;

/** The entries that are wanted, the newest first; older ones follow page by page. */
export const useAuditEntries = (filter: AuditFilter) => {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...everything, 'list', filter],
    queryFn: ({ pageParam: below, signal }) =>
      client.audit.listEntries({ filter, below, limit: pageSize }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries }) => (entries.length < pageSize ? undefined : entries.at(-1)?.number),
    placeholderData: keepPreviousData,
  });
};

/** One entry with what it changed; it never changes. */
export const useAuditEntry = (number: number) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'entry', number],
    queryFn: ({ signal }) => client.audit.getEntry({ number }, { signal }),
  });
};

/** A deed that was done to something of this name, at this moment (ISO 8601) or later. */
type WantedDeed = { operation: string; subject: string; from: string };

/** The first entry of such a deed, among the newest 500; null: none is there any more. Nothing is asked without a deed. */
export const useFirstEntry = (deed: WantedDeed | null) => {
  const client = useClient();
  const readFirst = async ({ operation, subject, from }: WantedDeed, signal: AbortSignal) => {
    const moments = { from, until: null };
    const filter = {
      ...moments,
      userId: null,
      operation,
      outcome: 'done' as const,
      result: null,
      text: subject,
    };
    const { entries } = await client.audit.listEntries({ filter, below: null, limit: 500 }, { signal });
    return entries.findLast((entry) => entry.subject.split(', ').includes(subject)) ?? null;
  };
  return useQuery({
    queryKey: [...everything, 'first', deed],
    queryFn: deed ? ({ signal }) => readFirst(deed, signal) : skipToken,
  });
};

/** The verdict on the whole chain, when somebody asks for it. */
export const useAuditChain = () => {
  const client = useClient();
  return useQuery({
    queryKey: ['auditChain'],
    queryFn: ({ signal }) => client.audit.verifyChain(undefined, { signal }),
    enabled: false,
    staleTime: Infinity,
  });
};

/** Takes the entries that there are for all, and checks them again. */
export const useAcceptEnd = () => {
  const { audit } = useClient();
  const { refetch } = useAuditChain();
  const renew = useRenewAudit();
  return useMutation({
    mutationFn: () => audit.acceptEnd(),
    onSuccess: () => Promise.all([renew(), refetch()]),
  });
};

/** Reads the audit again from its newest entry. */
export const useRenewAudit = () => {
  const cache = useQueryClient();
  return () => cache.resetQueries({ queryKey: [...everything, 'list'] });
};
