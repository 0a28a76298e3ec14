import { isFailure } from '../../../contract/failures.ts';
import type { ProfileDetails, ProfileSummary } from '../../../contract/mail/profile.ts';
import type { Settings, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import { findProfile } from './storedProfiles.ts';
import type { ProfileParts } from './profileParts.ts';
import { type ProofStanding, toSummary } from './profileSummary.ts';
import { toView } from './profileView.ts';

type QueryParts = Pick<ProfileParts, 'settings' | 'records' | 'resolver' | 'fingerprint'>;

const byName = (one: ProfileSummary, other: ProfileSummary): number =>
  one.name.localeCompare(other.name, undefined, { sensitivity: 'base', numeric: true });

/** The reading half of the profile service. */
export const createProfileQueries = ({ settings, records, resolver, fingerprint }: QueryParts) => {
  /** Null when the values cannot be had now (vault locked, variable not set): then no proof fits them. */
  const activeFingerprint = async ({ id, active }: StoredProfile): Promise<string | null> => {
    if (active === null) return null;
    try {
      return await fingerprint(await resolver.resolveStored(id, active));
    } catch (error) {
      if (isFailure(error)) return null;
      throw error;
    }
  };

  const standingOf = async (profile: StoredProfile): Promise<ProofStanding> => {
    const proof = await records.read(profile.id);
    return { proof, fingerprint: proof && (await activeFingerprint(profile)) };
  };

  const summarise = async (current: Settings, profile: StoredProfile): Promise<ProfileSummary> =>
    toSummary(current, profile, await standingOf(profile));

  const detail = async (current: Settings, id: string): Promise<ProfileDetails> => {
    const profile = findProfile(current, id);
    return {
      summary: await summarise(current, profile),
      values: profile.active && toView(profile.active),
      draft: profile.draft && toView(profile.draft),
    };
  };

  return {
    activeFingerprint,
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

export type ProfileQueries = ReturnType<typeof createProfileQueries>;
