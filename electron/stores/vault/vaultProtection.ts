import { isFailure } from '../../contract/failures.ts';
import type { Protection, SlotKind } from '../../contract/security/security.contract.ts';
import type { KeySlot, SealedVault } from './vaultContent.ts';
import type { VaultAccess } from './vaultAccess.ts';
import { opensHere } from './slots/automaticSlots.ts';
import type { VaultParts } from './vaultParts.ts';

/** The key of the fingerprints is the program's own: nobody stored it. */
const isOfPerson = (path: string): boolean => !path.startsWith('proof/');

const nothing = { slots: [], secretCount: 0, dataKeyCreatedAt: null };

const toSlot = ({ id, kind, createdAt, detail }: KeySlot) => ({ id, kind, createdAt, detail });

/** A vault that does not open by itself is locked only when something typed can open it. */
const shutState = (slots: readonly KeySlot[]): Protection['state'] =>
  slots.some(({ kind }) => kind === 'passphrase' || kind === 'recoveryKey') ? 'locked' : 'noWayIn';

/** What the failure of opening a vault with these slots says of it; anything else is thrown on. */
const stateOf = (error: unknown, slots: readonly KeySlot[] = []): Protection['state'] => {
  if (isFailure(error) && error.code === 'VAULT_LOCKED') return shutState(slots);
  if (isFailure(error) && error.code === 'SECRET_UNREADABLE') return 'unreadable';
  throw error;
};

/** Says how the secrets are protected, without giving anything away that protects them. */
export const createVaultProtection = ({ look, open }: VaultAccess, parts: VaultParts) => {
  const hasOperatingSystem = async (): Promise<boolean> =>
    parts.operatingSystem !== null && (await parts.operatingSystem.unavailableBecause()) === null;

  const isHeld = async (kind: SlotKind, vault: SealedVault | null): Promise<boolean> => {
    const slots = (vault?.slots ?? []).filter((slot) => slot.kind === kind);
    if (kind === 'passphrase' || kind === 'recoveryKey') return slots.length > 0;
    const opening = await Promise.all(slots.map((slot) => opensHere(slot, vault?.id ?? '', parts)));
    return opening.includes(true);
  };

  const available = async (vault: SealedVault | null): Promise<SlotKind[]> => {
    const offered: SlotKind[] = (await hasOperatingSystem()) ? ['operatingSystem'] : [];
    const kinds: SlotKind[] = [...offered, 'keyFile', 'passphrase', 'recoveryKey'];
    const held = await Promise.all(kinds.map((kind) => isHeld(kind, vault)));
    return kinds.filter((_, index) => held[index] === false);
  };

  const describe = async (vault: SealedVault): Promise<Protection> => ({
    state: await open().then(
      () => 'unlocked' as const,
      (error: unknown) => stateOf(error, vault.slots),
    ),
    slots: vault.slots.map(toSlot),
    available: await available(vault),
    secretCount: Object.keys(vault.records).filter(isOfPerson).length,
    dataKeyCreatedAt: vault.dataKey.createdAt,
  });

  return async (): Promise<Protection> => {
    try {
      const vault = await look();
      return vault === null
        ? { state: 'notCreated', ...nothing, available: await available(null) }
        : await describe(vault);
    } catch (error) {
      return { state: stateOf(error), ...nothing, available: [] };
    }
  };
};
