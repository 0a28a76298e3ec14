import type { SaveProfileInput } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import { asFailure } from '../../texts/asFailure.ts';

type Saved = { revision: number; profile: ProfileDetails };

/** The two operations of Mail that saving takes. */
export type ProfileSaver = {
  saveProfile(input: SaveProfileInput): Promise<Saved>;
  getProfile(input: { id: string }): Promise<Saved>;
};

/** What is saved, and the profile as the person saw it. */
export type Save = { input: SaveProfileInput; seen: ProfileDetails | null };

const contentOf = (details: ProfileDetails | null): string =>
  JSON.stringify([details?.values, details?.draft]);

/**
 * Saves on top of `seen`. Every save of any setting makes a new revision; only one that changed this very profile is
 * a conflict for the person, so the others are stepped over. Throws CallError.
 */
export const saveOnTop = async (mail: ProfileSaver, { input, seen }: Save): Promise<Saved> => {
  try {
    return await mail.saveProfile(input);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code !== 'CONFLICT') throw error;
    if (input.id === null) return mail.saveProfile({ ...input, revision: failure.data.revision });
    const now = await mail.getProfile({ id: input.id });
    if (contentOf(now.profile) !== contentOf(seen)) throw error;
    return mail.saveProfile({ ...input, revision: now.revision });
  }
};
