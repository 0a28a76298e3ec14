import type { ProfileDetails, ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useStoring } from '../proof/editor/useStoring.ts';
import { fromForm } from './form/fromForm.ts';
import { toForm } from './form/toForm.ts';
import { useRememberProfile } from './mailQueries.ts';
import type { ProfileSource } from './profileSource.ts';
import { saveOnTop } from './saveOnTop.ts';

/** Values that are stored on top of `source`, a new profile in `folderId`; the pages show them then. */
export const useStoreProfile = (source: ProfileSource, folderId: string | null) => {
  const { id, side, details: seen } = source;
  const { mail } = useClient();
  const remember = useRememberProfile();
  return useStoring<ProfileWrite, ProfileDetails>(source.revision, async (values, by, revision) => {
    const place = id === null ? { folderId } : { keepFrom: side };
    const saved = await saveOnTop(mail, { input: { revision, id, values, ...place, ...by }, seen });
    await remember(saved);
    const { profile } = saved;
    const stored = by.asDraft ? profile.draft : profile.values;
    return { saved: profile, stored: stored && fromForm(toForm(stored)).values };
  });
};
