import type { ProfileDetails, ProfileSummary } from '../../../contract/mail/profile.ts';
import type { Settings, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import { findProfile } from './storedProfiles.ts';
import type { ProfileParts } from './profileParts.ts';
import { toSummary } from './profileSummary.ts';
import { toView } from './profileView.ts';

type QueryParts = Pick<ProfileParts, 'settings' | 'records'>;

const byName = (one: ProfileSummary, other: ProfileSummary): number =>
  one.name.localeCompare(other.name, undefined, { sensitivity: 'base', numeric: true });

/** The reading half of the profile service. */
export const createProfileQueries = ({ settings, records }: QueryParts) => {
  const summarise = async (current: Settings, profile: StoredProfile): Promise<ProfileSummary> =>
    toSummary(current, profile, await records.read(profile.id));

  const detail = async (current: Settings, id: string): Promise<ProfileDetails> => {
    const profile = findProfile(current, id);
    return {
      summary: await summarise(current, profile),
      values: profile.active && toView(profile.active),
      draft: profile.draft && toView(profile.draft),
    };
  };

  return {
    detail,
    /** All profiles, in the order of their names. */
    listProfiles: async (): Promise<{ revision: number; profiles: ProfileSummary[] }> => {
      const current = await settings.read();
      const summaries = await Promise.all(current.mail.profiles.map((each) => summarise(current, each)));
      return { revision: current.revision, profiles: summaries.sort(byName) };
    },
    /** One profile with what is in force and what waits. NOT_FOUND. */
    getProfile: async (id: string): Promise<{ revision: number; profile: ProfileDetails }> => {
      const current = await settings.read();
      return { revision: current.revision, profile: await detail(current, id) };
    },
  };
};
