import type { Protection, Slot, SlotKind } from '../../../electron/contract/security/security.contract.ts';

/** Kinds of slots in the order in which the page shows them: what opens by itself first. */
const order: readonly SlotKind[] = ['operatingSystem', 'keyFile', 'passphrase', 'recoveryKey'];

/** The slots as the page lists them. */
export const orderedSlots = (slots: readonly Slot[]): Slot[] =>
  [...slots].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));

/** True when passwords can be stored and read: the vault opens, or the first password makes it. */
export const canBeUsed = ({ state }: Protection): boolean => state === 'unlocked' || state === 'notCreated';

/** Kinds that can be added now; the operating system also beside the slot of another account or machine. */
export const addableKinds = ({ available }: Protection): SlotKind[] =>
  order.filter((kind) => available.includes(kind));

/** False for the last slot: without one, every stored secret would be lost. */
export const isRemovable = ({ slots }: Protection): boolean => slots.length > 1;

/** Kinds of what a person can type to open a locked vault. */
export const typedKinds = ({ slots }: Protection): ('passphrase' | 'recoveryKey')[] =>
  (['passphrase', 'recoveryKey'] as const).filter((kind) => slots.some((slot) => slot.kind === kind));

/** What opens by itself, so that nobody needs the passphrase; null: nothing does. */
export const opensBeside = ({ slots }: Protection): 'keyFile' | 'operatingSystem' | null =>
  (['keyFile', 'operatingSystem'] as const).find((kind) => slots.some((slot) => slot.kind === kind)) ?? null;
