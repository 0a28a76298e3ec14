import { mapDirectoryPassword } from '../../contract/directory/mapDirectoryPassword.ts';
import { mapSecrets } from '../../contract/mail/mapSecrets.ts';
import type {
  Settings,
  StoredDirectoryValues,
  StoredPassword,
  StoredProfile,
  StoredValues,
} from '../../stores/settings/settingsSchema.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { directorySecrets, identitySecret, identitySecrets } from '../directory/settings/directorySecrets.ts';
import { mailSecrets } from '../mail/profiles/mailSecrets.ts';
import { slotSecret, slotSecrets } from '../mail/profiles/secretSlot.ts';
import type { StoredSecret } from '../secrets/storedSecret.ts';
import { goneRecords, presentPassword } from './presentPassword.ts';

/** Gives a password of the history as it can be in force again; `today`: those of the same place that are stored now. */
type Mend = (secret: StoredSecret, today: readonly StoredSecret[]) => StoredPassword;

const withMailSecrets = (
  { mail }: Settings,
  today: Settings | null,
  mendPassword: Mend,
): Settings['mail'] => {
  const mend = ({ id }: StoredProfile, values: StoredValues): StoredValues =>
    mapSecrets(values, (password, slot) => {
      const secret = slotSecret(id, values, slot);
      const present = today?.mail.profiles.find((profile) => profile.id === id);
      return secret ? mendPassword(secret, slotSecrets(present, slot)) : password;
    });
  const profiles = mail.profiles.map((profile) => ({
    ...profile,
    active: profile.active && mend(profile, profile.active),
    draft: profile.draft && mend(profile, profile.draft),
  }));
  return { ...mail, profiles };
};

const withDirectorySecret = (
  { directory: { active, draft } }: Settings,
  today: Settings | null,
  mendPassword: Mend,
): Settings['directory'] => {
  const present = today ? identitySecrets(today.directory) : [];
  const mend = (values: StoredDirectoryValues): StoredDirectoryValues =>
    mapDirectoryPassword(values, (password) => {
      const secret = identitySecret(values);
      return secret ? mendPassword(secret, present) : password;
    });
  return { active: active && mend(active), draft: draft && mend(draft) };
};

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
  const named = [...mailSecrets.namedIn(restored), ...directorySecrets.namedIn(restored)];
  const gone = await goneRecords(named, vault);
  const mend: Mend = (secret, present) => presentPassword(secret, present, gone);
  return {
    ...restored,
    mail: withMailSecrets(restored, today, mend),
    directory: withDirectorySecret(restored, today, mend),
  };
};
