import { fail } from '../../../contract/failures.ts';
import type { KeepFrom, SaveProfileInput } from '../../../contract/mail/mail.contract.ts';
import type { ProfileDetails, ProfileWrite } from '../../../contract/mail/profile.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import { keptSide } from '../../proof/valueSides.ts';
import { findProfile } from './storedProfiles.ts';
import { checkValues } from './profileChecks.ts';
import type { ProfileParts } from './profileParts.ts';
import { createProfileQueries } from './profileQueries.ts';
import { createProfileRemoval } from './profileRemoval.ts';
import { createProfileSaving } from './profileSaving.ts';
import { createProfileProofRecording } from './profileProofRecording.ts';

/** Values to use now: for a new profile (`id` null) or over a stored one, whose secrets they may keep. */
export type ResolveRequest = { id: string | null; values: ProfileWrite; keepFrom?: KeepFrom | undefined };

/** Mail profiles: what is in force, what waits as a draft, and what was proven (REQUIREMENTS A01, B06, N02, N07). */
export const createProfileService = (parts: ProfileParts) => {
  const { settings, resolver } = parts;
  const { detail, ...queries } = createProfileQueries(parts);
  const save = createProfileSaving(parts);

  return {
    ...queries,
    ...createProfileRemoval(parts),

    /** Saves proven values, or any as a draft. CONFLICT, INVALID_INPUT, PROOF_REQUIRED, SECRET_REQUIRED, VAULT_LOCKED … */
    saveProfile: async (
      input: SaveProfileInput,
      by: string,
    ): Promise<{ revision: number; profile: ProfileDetails }> => {
      const { saved, id } = await save(input, by);
      return { revision: saved.revision, profile: await detail(saved, id) };
    },

    /** Written values with every reference replaced. SECRET_REQUIRED, INVALID_INPUT, NOT_FOUND, VAULT_LOCKED … */
    resolveProfile: async ({ id, values, keepFrom }: ResolveRequest): Promise<ResolvedProfile> => {
      checkValues(values);
      if (id === null) return resolver.resolveWritten(values, null);
      const base = keptSide(findProfile(await settings.read(), id), keepFrom);
      return resolver.resolveWritten(values, base && { profileId: id, base });
    },

    /** The values in force of a profile, the default one when `id` is null, ready for use. NOT_FOUND when there are none. */
    resolveActive: async (id: string | null): Promise<ResolvedProfile> => {
      const current = await settings.read();
      const profile = findProfile(current, id ?? current.mail.defaultProfileId);
      if (profile.active === null) throw fail('NOT_FOUND', {});
      return resolver.resolveStored(profile.id, profile.active);
    },

    recordProof: createProfileProofRecording(parts),
  };
};

export type ProfileService = ReturnType<typeof createProfileService>;
