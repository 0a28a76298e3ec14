import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Addition } from '../../../../electron/contract/directory/addition.ts';
import type { SearchObjectsInput } from '../../../../electron/contract/directory/directoryPeople.contract.ts';
import type { Membership } from '../../../../electron/contract/directory/membership.ts';
import { useClient } from '../../../shell/ClientContext.ts';

const everything = ['directoryPeople'] as const;
const domainsKey = [...everything, 'domains'];

/** What was found is shown for so long without asking again by itself, in ms: a directory is not this machine. */
const foundFor = 60_000;

/** The groups of a directory user with the ways to them; until they are there, what is known of them. */
export const useMembership = (userId: string, known: Membership | null) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'membership', userId],
    queryFn: ({ signal }) => client.directory.getMembership({ userId }, { signal }),
    ...(known ? { placeholderData: known } : {}),
  });
};

/** Our domain and those of the trusts. */
export const useDomains = () => {
  const client = useClient();
  return useQuery({
    queryKey: domainsKey,
    queryFn: ({ signal }) => client.directory.listDomains({ refresh: false }, { signal }),
    staleTime: foundFor,
  });
};

/** Has them read anew, whatever their age. */
export const useRefreshDomains = () => {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => client.directory.listDomains({ refresh: true }),
    onSuccess: (read) => cache.setQueryData(domainsKey, read),
  });
};

/**
 * Users and groups that a search finds; null: nothing is looked for yet. A search that nobody waits for any more is cancelled. One that
 * fails may tell what is to be known of its domain.
 */
export const useFoundObjects = (search: SearchObjectsInput | null) => {
  const client = useClient();
  const cache = useQueryClient();
  const find = async (wanted: SearchObjectsInput, signal: AbortSignal) => {
    try {
      return await client.directory.searchObjects(wanted, { signal });
    } catch (error) {
      if (!signal.aborted) void cache.invalidateQueries({ queryKey: domainsKey });
      throw error;
    }
  };
  return useQuery({
    queryKey: [...everything, 'objects', search],
    queryFn: search ? ({ signal }) => find(search, signal) : skipToken,
    ...{ staleTime: foundFor, gcTime: 0 },
  });
};

/** Who would gain what; null: nothing is chosen. What was said of another choice stays until the new answer is there. */
export const useAdditionPreview = (addition: Addition | null) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'preview', addition],
    queryFn: addition ? ({ signal }) => client.directory.previewAddition(addition, { signal }) : skipToken,
    ...{ placeholderData: keepPreviousData, staleTime: foundFor, gcTime: 0 },
  });
};
