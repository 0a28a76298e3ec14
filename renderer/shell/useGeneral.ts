import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { General } from '../../electron/contract/settings/settings.contract.ts';
import { useClient } from './ClientContext.ts';
import { useFailureToast } from './ToastContext.ts';

const settingsKey = ['settings'];
export const generalKey = [...settingsKey, 'general'];

/** The settings of the console itself: language, theme, alerts. */
export const useGeneral = () => {
  const client = useClient();
  return useQuery({
    queryKey: generalKey,
    queryFn: ({ signal }) => client.settings.getGeneral(undefined, { signal }),
  });
};

/** Saves some of them at once, on top of what is stored now. A refusal is shown as a toast. */
export const useSaveGeneral = () => {
  const client = useClient();
  const queries = useQueryClient();
  const showFailure = useFailureToast();
  return useMutation({
    mutationFn: async (change: Partial<General>) => {
      const { revision, general } = await client.settings.getGeneral();
      return client.settings.saveGeneral({ revision, general: { ...general, ...change } });
    },
    onError: showFailure,
    onSettled: () => queries.invalidateQueries({ queryKey: settingsKey }),
  });
};
