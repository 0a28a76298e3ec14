import { isFailure } from '../../contract/failures.ts';
import { mapPasswords } from '../../stores/settings/mapPasswords.ts';
import type {
  Settings,
  StoredPassword,
  StoredProfile,
  StoredValues,
} from '../../stores/settings/settingsSchema.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { referencedRecords } from '../mail/profiles/profileSecrets.ts';
import { profileRecords } from '../mail/profiles/secretPlace.ts';
import { type SecretSlot, slotContent } from '../mail/profiles/secretSlot.ts';
import { targetText } from '../mail/profiles/secretTarget.ts';

type Side = 'active' | 'draft';
/** Where a restored password stands: whose, in force or draft, which one. */
type Place = { values: StoredValues; slot: SecretSlot; side: Side; now: StoredProfile | undefined };

const isStored = (password: StoredPassword): boolean =>
  password.source === 'vault'
    ? password.record !== null
    : password.source === 'insecure' && password.value !== '';

const none = (password: StoredPassword): StoredPassword =>
  password.source === 'vault' ? { source: 'vault', record: null } : { source: 'insecure', value: '' };

/** The password that the profile has today for exactly the same target, from the same kind of source. */
const presentPassword = (
  password: StoredPassword,
  { values, slot, side, now }: Place,
): StoredPassword | null => {
  const restored = slotContent<StoredPassword>(values, slot);
  const candidates = [now?.[side], now?.active, now?.draft].flatMap((today) =>
    today ? (slotContent<StoredPassword>(today, slot) ?? []) : [],
  );
  const fitting = candidates.find(
    (today) =>
      restored !== null &&
      today.password.source === password.source &&
      isStored(today.password) &&
      targetText(today.target) === targetText(restored.target),
  );
  return fitting?.password ?? null;
};

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

/**
 * Old settings made fit to be in force again. A secret that the history does not have (a vault record deleted since,
 * an insecure string) is today's for the same target; else there is none, and it must be typed again.
 */
export const withPresentSecrets = async (
  restored: Settings,
  today: Settings,
  vault: Pick<Vault, 'has'>,
): Promise<Settings> => {
  const gone = await goneRecords(restored, vault);
  const mend = (id: string, values: StoredValues, side: Side): StoredValues => {
    const now = today.mail.profiles.find((profile) => profile.id === id);
    return mapPasswords(values, (password, slot) => {
      if (password.source === 'environment') return password;
      const isGone =
        password.source === 'insecure'
          ? password.value === ''
          : gone.has(`${profileRecords(id)}${slot}/${password.record ?? ''}`);
      if (!isGone) return password;
      return presentPassword(password, { values, slot, side, now }) ?? none(password);
    });
  };
  const profiles = restored.mail.profiles.map(({ id, active, draft }) => ({
    id,
    active: active && mend(id, active, 'active'),
    draft: draft && mend(id, draft, 'draft'),
  }));
  return { ...restored, mail: { ...restored.mail, profiles } };
};
