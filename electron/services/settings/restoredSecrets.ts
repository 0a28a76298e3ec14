import { isFailure } from '../../contract/failures.ts';
import { mapPasswords } from '../../contract/mail/mapPasswords.ts';
import type {
  Settings,
  StoredPassword,
  StoredProfile,
  StoredValues,
} from '../../stores/settings/settingsSchema.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { referencedRecords } from '../mail/profiles/profileSecrets.ts';
import { profileRecords } from '../mail/profiles/secretPlace.ts';
import {
  type SecretSlot,
  type SlotContent,
  slotContent,
  storedContents,
} from '../mail/profiles/secretSlot.ts';
import { targetText } from '../mail/profiles/secretTarget.ts';

/** What is in the history of a password but no longer behind it. */
const withoutSecret = (password: StoredPassword): StoredPassword => {
  switch (password.source) {
    case 'vault':
      return { source: 'vault', record: null };
    case 'insecure':
      return { source: 'insecure', value: '' };
    case 'environment':
      return password;
  }
};

const hasSecret = (password: StoredPassword): boolean =>
  password.source === 'vault'
    ? password.record !== null
    : password.source === 'insecure' && password.value !== '';

/** The vault records of these settings that are gone. While the vault is unreadable nobody knows: none count as gone. */
const goneRecords = async (settings: Settings, vault: Pick<Vault, 'has'>): Promise<ReadonlySet<string>> => {
  const paths = settings.mail.profiles.flatMap(referencedRecords);
  try {
    const has = await Promise.all(paths.map((path) => vault.has(path)));
    return new Set(paths.filter((_, index) => !has[index]));
  } catch (error) {
    if (isFailure(error)) return new Set();
    throw error;
  }
};

/** The password that today's profile, in force or as a draft, has for the same target from the same kind of source. */
const passwordFor = (
  today: StoredProfile | undefined,
  slot: SecretSlot,
  { target, password }: SlotContent<StoredPassword>,
): StoredPassword | undefined =>
  storedContents(today, slot)
    .filter((candidate) => candidate.password.source === password.source && hasSecret(candidate.password))
    .find((candidate) => targetText(candidate.target) === targetText(target))?.password;

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
  const gone = await goneRecords(restored, vault);

  const isGone = (id: string, slot: SecretSlot, password: StoredPassword): boolean =>
    password.source === 'vault'
      ? gone.has(`${profileRecords(id)}${slot}/${password.record}`)
      : password.source === 'insecure' && password.value === '';

  const mend = (id: string, values: StoredValues): StoredValues =>
    mapPasswords(values, (password, slot) => {
      if (!isGone(id, slot, password)) return password;
      const content = slotContent<StoredPassword>(values, slot);
      const profile = today?.mail.profiles.find((candidate) => candidate.id === id);
      return (content && passwordFor(profile, slot, content)) ?? withoutSecret(password);
    });

  const profiles = restored.mail.profiles.map((profile) => ({
    ...profile,
    active: profile.active && mend(profile.id, profile.active),
    draft: profile.draft && mend(profile.id, profile.draft),
  }));
  return { ...restored, mail: { ...restored.mail, profiles } };
};
