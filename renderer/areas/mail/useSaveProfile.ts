import { useMutation } from '@tanstack/react-query';
import type { Client } from '../../api/client.ts';
import type { SaveProfileInput } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { asFailure } from '../../texts/asFailure.ts';
import { useRememberProfile } from './mailQueries.ts';

type Save = { input: SaveProfileInput; seen: ProfileDetails | null };

const contentOf = (details: ProfileDetails | null): string =>
  JSON.stringify([details?.values, details?.draft]);

/**
 * Saves on top of `seen`. Every save of any setting makes a new revision; only one that changed this very profile is
 * a conflict for the person, so the others are stepped over.
 */
export const saveOnTop = async (client: Client, { input, seen }: Save) => {
  try {
    return await client.mail.saveProfile(input);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code !== 'CONFLICT') throw error;
    const { revision } = failure.data;
    if (input.id === null) return client.mail.saveProfile({ ...input, revision });
    const now = await client.mail.getProfile({ id: input.id });
    if (contentOf(now.profile) !== contentOf(seen)) throw error;
    return client.mail.saveProfile({ ...input, revision: now.revision });
  }
};

/** Saves a profile and renews what the pages show of it. */
export const useSaveProfile = () => {
  const client = useClient();
  const remember = useRememberProfile();
  return useMutation({
    mutationFn: async (save: Save) => {
      const saved = await saveOnTop(client, save);
      await remember(saved);
      return saved;
    },
  });
};
