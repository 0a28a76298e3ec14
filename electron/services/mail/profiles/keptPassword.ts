import { fail } from '../../../contract/failures.ts';
import type { StoredPassword, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { type SecretSlot, type SlotContent, slotContent, slotPaths } from './secretSlot.ts';
import { mayKeep, type SecretTarget } from './secretTarget.ts';

/** What the kept password is to be used for, and where it must lie. */
export type WantedPassword = { target: SecretTarget; source: 'vault' | 'insecure' };

const isStored = (password: StoredPassword): boolean => {
  switch (password.source) {
    case 'vault':
      return password.record !== null;
    case 'insecure':
      return password.value !== '';
    case 'environment':
      return true;
  }
};

/**
 * The stored password that `keep` means, with what it was stored for. SECRET_REQUIRED when `base` has none from this
 * source in this slot, or has it for another target.
 */
export const keptPassword = (
  base: StoredValues | null,
  slot: SecretSlot,
  { target, source }: WantedPassword,
): SlotContent<StoredPassword> => {
  const stored = base && slotContent<StoredPassword>(base, slot);
  const fits = stored && stored.password.source === source && isStored(stored.password);
  if (fits && mayKeep(stored.target, target)) return stored;
  throw fail('SECRET_REQUIRED', { path: slotPaths[slot] });
};
