import { mapPasswords } from '../../contract/mail/mapPasswords.ts';
import type { Settings, StoredProfile, StoredValues } from '../../stores/settings/settingsSchema.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { mailSecrets } from '../mail/profiles/mailSecrets.ts';
import { slotSecret, slotSecrets } from '../mail/profiles/secretSlot.ts';
import { goneRecords, presentPassword } from './presentPassword.ts';

/**
 * Old settings made fit to be in force again. A secret that the history does not have (a vault record deleted since,
 * an insecure string) is today's for the same target; else there is none, and it must be typed again. `today` null:
 * nobody knows what is in force.
 */
export const withPresentSecrets = async (
  restored: Settings,
  today: Settings | null,
  vault: Pick<Vault, 'has'>,
): Promise<Settings> => {
  const gone = await goneRecords(mailSecrets.namedIn(restored), vault);

  const mend = (profile: StoredProfile, values: StoredValues): StoredValues =>
    mapPasswords(values, (password, slot) => {
      const secret = slotSecret(profile.id, values, slot);
      const present = today?.mail.profiles.find(({ id }) => id === profile.id);
      return secret ? presentPassword(secret, slotSecrets(present, slot), gone) : password;
    });

  const profiles = restored.mail.profiles.map((profile) => ({
    ...profile,
    active: profile.active && mend(profile, profile.active),
    draft: profile.draft && mend(profile, profile.draft),
  }));
  return { ...restored, mail: { ...restored.mail, profiles } };
};
