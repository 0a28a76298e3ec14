import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../shell/ClientContext.ts';
import { useRememberProfile } from './mailQueries.ts';
import { type Save, saveOnTop } from './saveOnTop.ts';

/** Saves a profile and renews what the pages show of it. A typed password does not stay in the cache (REQUIREMENTS M09). */
export const useSaveProfile = () => {
  const { mail } = useClient();
  const remember = useRememberProfile();
  return useMutation({
    gcTime: 0,
    mutationFn: async (save: Save) => {
      const saved = await saveOnTop(mail, save);
      await remember(saved);
      return saved;
    },
  });
};
