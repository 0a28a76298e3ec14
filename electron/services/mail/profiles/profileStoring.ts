import type { Settings, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import type { ProfileParts } from './profileParts.ts';
import { createProfileSecrets, referencedRecords } from './profileSecrets.ts';
import { withProfile } from './storedProfiles.ts';
import type { SecretWriting } from './storingPlan.ts';

/** A profile to be stored, who stores it on top of which revision, and the secrets that it refers to. */
export type Storing = {
  before: StoredProfile;
  after: StoredProfile;
  writings: readonly SecretWriting[];
  revision: number;
  by: string;
};

type StoringParts = Pick<ProfileParts, 'settings' | 'vault' | 'log'>;

/**
 * Stores a profile with its secrets, so that what works keeps working whatever fails: new records first, then the
 * settings that name them, then the old records go. CONFLICT, STORAGE_FAILED, VAULT_LOCKED.
 */
export const createProfileStoring = ({ settings, vault, log }: StoringParts) => {
  const secrets = createProfileSecrets({ vault, log });

  /** After a refused save, only what the settings now refer to may stay: they are read again to know it. */
  const dropWritten = async ({ after, writings }: Storing): Promise<void> => {
    const { mail } = await settings.read();
    const kept = mail.profiles.filter(({ id }) => id === after.id).flatMap(referencedRecords);
    const written = writings.map(({ place }) => place.path);
    await secrets.dropUnused(written, kept);
  };

  const write = async (storing: Storing): Promise<Settings> => {
    const { after, writings, revision, by } = storing;
    try {
      const request = { revision, by, operation: 'mail.saveProfile' };
      return await settings.save(request, async (current) => {
        await secrets.dropForgotten(current);
        await secrets.write(writings);
        return withProfile(current, after);
      });
    } catch (error) {
      await dropWritten(storing).catch((cause: unknown) =>
        log.error('mail.unusedSecretKept', { profile: after.id, error: cause }),
      );
      throw error;
    }
  };

  return async (storing: Storing): Promise<Settings> => {
    const saved = await write(storing);
    await secrets.dropUnused(referencedRecords(storing.before), referencedRecords(storing.after));
    return saved;
  };
};
