import type { SaveProfileInput } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import { saveOnTopOf } from '../settings/saveOnTopOf.ts';

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

/** Saves on top of `seen`; only a save that changed this very profile meanwhile is a conflict. Throws CallError. */
export const saveOnTop = (mail: ProfileSaver, { input, seen }: Save): Promise<Saved> =>
  saveOnTopOf({
    save: (revision) => mail.saveProfile({ ...input, revision }),
    revision: input.revision,
    unchangedAt: async (newest) => {
      if (input.id === null) return newest;
      const now = await mail.getProfile({ id: input.id });
      return contentOf(now.profile) === contentOf(seen) ? now.revision : null;
    },
  });
