import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DirectoryDetails } from '../../../electron/contract/directory/directory.contract.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useFailureToast } from '../../shell/ToastContext.ts';

const everything = ['directory'] as const;
const settingsKey = [...everything, 'settings'];

/** The directory as it is set, as it waits, and its last proof. */
export const useDirectory = () => {
  const client = useClient();
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => client.directory.getSettings(undefined, { signal }),
  });
};

/** What this machine says of its own domain, and whether the program can use Kerberos. */
export const useSuggestion = () => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'suggestion'],
    queryFn: ({ signal }) => client.directory.suggestSettings(undefined, { signal }),
    staleTime: Infinity,
  });
};

/** Gives a function that reads everything of the directory again. */
export const useRenewDirectory = () => {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: everything });
};

/** Gives a function that keeps what was saved, and has the rest read again. */
export const useRememberDirectory = () => {
  const cache = useQueryClient();
  const renew = useRenewDirectory();
  return async (saved: DirectoryDetails) => {
    cache.setQueryData(settingsKey, saved);
    await renew();
  };
};

/** Forgets the draft, on top of the newest revision: what it does does not rest on values seen before. */
export const useDiscardDraft = () => {
  const { directory } = useClient();
  return useMutation({
    mutationFn: async () => directory.discardDraft({ revision: (await directory.getSettings()).revision }),
    onError: useFailureToast(),
    onSettled: useRenewDirectory(),
  });
};
