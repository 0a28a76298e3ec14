import { isFailure } from '../../../contract/failures.ts';
import type { Settings, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { ProfileParts } from './profileParts.ts';
import { allProfileRecords, profileRecords, secretPlace } from './secretPlace.ts';
import { type SecretSlot, secretSlots, slotContent } from './secretSlot.ts';
import type { SecretWriting } from './storingPlan.ts';

const recordPath = (profileId: string, slot: SecretSlot, values: StoredValues): string[] => {
  const content = slotContent(values, slot);
  if (content?.password.source !== 'vault' || content.password.record === null) return [];
  const { record } = content.password;
  return [secretPlace(profileId, slot, { record, target: content.target }).path];
};

/** Paths of the vault records that a stored profile refers to. */
export const referencedRecords = ({ id, active, draft }: StoredProfile): string[] =>
  [active, draft].flatMap((values) =>
    values === null ? [] : secretSlots.flatMap((slot) => recordPath(id, slot, values)),
  );

/** The vault's part of a save: records are written before the settings that name them, and removed after. */
export const createProfileSecrets = ({ vault, log }: Pick<ProfileParts, 'vault' | 'log'>) => {
  /** A record that nothing refers to is no danger to what works, so it costs the person no error. */
  const drop = async (prefix: string, except: readonly string[] = []): Promise<void> => {
    try {
      await vault.removeAll(prefix, except);
    } catch (error) {
      if (!isFailure(error)) throw error;
      log.error('mail.unusedSecretKept', { prefix, error });
    }
  };

  return {
    write: async (writings: readonly SecretWriting[]): Promise<void> => {
      for (const { place, from } of writings)
        await vault.write(place, 'typed' in from ? from.typed : await vault.read(from.stored));
    },
    /**
     * Removes exactly the records that `before` has and `after` has not. Never a whole profile's: another program on
     * this machine may just have written one that its settings are about to name.
     */
    dropUnused: async (before: readonly string[], after: readonly string[]): Promise<void> => {
      for (const path of before) if (!after.includes(path)) await drop(path);
    },
    dropProfile: (profileId: string): Promise<void> => drop(profileRecords(profileId)),
    /**
     * Removes what could not be removed in its time, such as while the vault was locked. To be called, like `write`,
     * by who saves the settings: then no other program has a record that its settings do not name yet.
     */
    dropForgotten: ({ mail }: Settings): Promise<void> =>
      drop(allProfileRecords, mail.profiles.flatMap(referencedRecords)),
  };
};
