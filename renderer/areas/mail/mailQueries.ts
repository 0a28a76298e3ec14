import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useFailureToast } from '../../shell/ToastContext.ts';
import { useLastingMutation } from '../../shell/useLastingMutation.ts';

const everything = ['mail'] as const;
const profileKey = (id: string) => [...everything, 'profile', id];

/** All profiles in the order of their names. */
export const useProfiles = () => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'profiles'],
    queryFn: ({ signal }) => client.mail.listProfiles(undefined, { signal }),
  });
};

/** One profile: what is in force, and the draft beside it. Nothing is asked for null, a new profile. */
export const useProfile = (id: string | null) => {
  const client = useClient();
  return useQuery({
    queryKey: profileKey(id ?? ''),
    queryFn: id === null ? skipToken : ({ signal }) => client.mail.getProfile({ id }, { signal }),
  });
};

/** Known providers with their server data; they come with the program and do not change while it runs. */
export const usePresets = () => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'presets'],
    queryFn: ({ signal }) => client.mail.listPresets(undefined, { signal }),
    staleTime: Infinity,
  });
};

/** What ends at providers and in protocols, and which profiles in force it concerns. */
export const useEndings = () => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'endings'],
    queryFn: ({ signal }) => client.mail.listEndings(undefined, { signal }),
  });
};

/** Gives a function that reads everything of Mail again. */
export const useRenewMail = () => {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: everything });
};

/** Gives a function that keeps a saved profile and loads the rest of Mail again. */
export const useRememberProfile = () => {
  const cache = useQueryClient();
  const renewMail = useRenewMail();
  return async (saved: { revision: number; profile: ProfileDetails }) => {
    cache.setQueryData(profileKey(saved.profile.summary.id), saved);
    await renewMail();
    await cache.invalidateQueries({ queryKey: ['mailbox'] });
  };
};

/** Changes of a profile as a whole. Each names the newest revision: what they do does not rest on values seen before. */
export const useProfileCommands = (id: string) => {
  const client = useClient();
  const options = { onError: useFailureToast(), onSettled: useRenewMail() };
  const newest = async () => ({ id, revision: (await client.mail.listProfiles()).revision });
  return {
    setDefault: useLastingMutation({
      mutationFn: async () => client.mail.setDefaultProfile(await newest()),
      ...options,
    }),
    /** What was refused is said where the folder is chosen. */
    move: useLastingMutation({
      mutationFn: async (folderId: string | null) =>
        client.mail.moveProfile({ ...(await newest()), folderId }),
      onSettled: options.onSettled,
    }),
    signOut: useLastingMutation({ mutationFn: () => client.mail.signOut({ id }), ...options }),
    remove: useLastingMutation({
      mutationFn: async () => client.mail.removeProfile(await newest()),
      ...options,
    }),
    discardDraft: useLastingMutation({
      mutationFn: async () => client.mail.discardDraft(await newest()),
      ...options,
    }),
  };
};
