import { fail } from '../../../contract/failures.ts';
import type { Settings, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import { createSecretRecords } from '../../secrets/secretRecords.ts';
import { createSecretStoring } from '../../secrets/secretStoring.ts';
import { findProfile, withoutProfile, withProfile } from './storedProfiles.ts';
import type { ProfileParts } from './profileParts.ts';
import { mailSecrets } from './mailSecrets.ts';
import { profileRecords } from './profileRecords.ts';

type Saved = { revision: number };
/** Which profile, on top of which revision. */
export type ProfileChange = { id: string; revision: number };
export type ProfileMove = ProfileChange & { folderId: string | null };

const refused = (code: string) => fail('INVALID_INPUT', { issues: [{ path: ['id'], code, parameters: {} }] });

/** Changes of profiles that need no proof. Failures of each: CONFLICT, NOT_FOUND, INVALID_INPUT, STORAGE_FAILED. */
export const createProfileRemoval = (parts: Pick<ProfileParts, 'settings' | 'vault' | 'records' | 'log'>) => {
  const { settings, records, log } = parts;
  const secrets = createSecretRecords(parts);
  const store = createSecretStoring(parts, mailSecrets);

  const removeProfile = async ({ id, revision }: ProfileChange, by: string): Promise<Saved> => {
    const saved = await settings.save({ revision, by, operation: 'mail.removeProfile' }, (current) => {
      const profile = findProfile(current, id);
      if (current.mail.defaultProfileId === profile.id) throw refused('defaultProfile');
      return withoutProfile(current, id);
    });
    await secrets.drop(profileRecords(id));
    await records
      .remove(id)
      .catch((error: unknown) => log.error('mail.proofNotForgotten', { profile: id, error }));
    return { revision: saved.revision };
  };

  return {
    /** The default profile stays, and with it always one: INVALID_INPUT `defaultProfile`. */
    removeProfile,

    /** Forgets the draft; a profile that is nothing but a draft goes with it. */
    discardDraft: async ({ id, revision }: ProfileChange, by: string): Promise<Saved> => {
      const before = await settings.read();
      const profile = findProfile(before, id);
      if (profile.active === null) return removeProfile({ id, revision }, by);
      const kept: StoredProfile = { ...profile, draft: null };
      const request = { revision, by, operation: 'mail.discardDraft' };
      const change = (current: Settings): Settings => withProfile(current, kept);
      const saved = await store({ request, before, writings: [], change });
      return { revision: saved.revision };
    },

    /** Puts a profile into another folder; null: into none. What was proven of it stays so. */
    moveProfile: async ({ id, revision, folderId }: ProfileMove, by: string): Promise<Saved> => {
      const saved = await settings.save({ revision, by, operation: 'mail.moveProfile' }, (current) =>
        withProfile(current, { ...findProfile(current, id), folderId }),
      );
      return { revision: saved.revision };
    },

    /** Mail without a profile of its own goes through the default one, so it needs values in force: `draftOnly`. */
    setDefaultProfile: async ({ id, revision }: ProfileChange, by: string): Promise<Saved> => {
      const saved = await settings.save({ revision, by, operation: 'mail.setDefaultProfile' }, (current) => {
        if (findProfile(current, id).active === null) throw refused('draftOnly');
        return { ...current, mail: { ...current.mail, defaultProfileId: id } };
      });
      return { revision: saved.revision };
    },
  };
};
