import { fail } from '../../contract/failures.ts';
import { rotate } from './dataKeyRotation.ts';
import { createKeyFileSlot, createOperatingSystemSlot, opensHere } from './slots/automaticSlots.ts';
import { removeKeyFile } from './slots/keyFileSlot.ts';
import { createPassphraseSlot, createRecoveryKeySlot, openPassphraseSlot } from './slots/typedSlots.ts';
import type { KeySlot, KeySlotOf, SealedVault } from './vaultContent.ts';
import type { Vault } from './vault.ts';
import type { OpenVault, VaultAccess } from './vaultAccess.ts';
import type { VaultParts } from './vaultParts.ts';

type SlotOperations = Pick<
  Vault,
  | 'addPassphrase'
  | 'changePassphrase'
  | 'createRecoveryKey'
  | 'addKeyFile'
  | 'addOperatingSystem'
  | 'removeSlot'
  | 'rotateDataKey'
>;

const withSlots = (vault: OpenVault, slots: KeySlot[]): OpenVault => ({
  ...vault,
  content: { ...vault.content, slots },
});

const without = ({ content }: OpenVault, goes: (slot: KeySlot) => boolean): KeySlot[] =>
  content.slots.filter((slot) => !goes(slot));

const passphraseSlot = ({ slots }: SealedVault, slotId: string): KeySlotOf<'passphrase'> => {
  const slot = slots.find(({ id }) => id === slotId);
  if (slot?.kind !== 'passphrase') throw fail('NOT_FOUND', {});
  return slot;
};

const passphraseExists = () =>
  fail('INVALID_INPUT', { issues: [{ path: ['passphrase'], code: 'passphraseExists', parameters: {} }] });

/** Adding, changing and removing the means that open the vault. */
export const createVaultSlots = (access: VaultAccess, parts: VaultParts): SlotOperations => {
  const { change, changeUnlocked, exclusively, look } = access;

  const requireOperatingSystem = async (): Promise<void> => {
    const reason = parts.operatingSystem
      ? await parts.operatingSystem.unavailableBecause()
      : 'notInThisProgram';
    if (reason !== null) throw fail('PROTECTION_UNAVAILABLE', { reason });
  };

  const holdsOwn = async ({ content }: OpenVault, kind: KeySlot['kind']): Promise<boolean> => {
    const slots = content.slots.filter((slot) => slot.kind === kind);
    return (await Promise.all(slots.map((slot) => opensHere(slot, content.id, parts)))).includes(true);
  };

  /** What is left must open with something typed, or by itself here: another machine's slot is no way in. */
  const requireWayIn = async ({ content }: OpenVault, left: readonly KeySlot[]): Promise<void> => {
    const opening = await Promise.all(
      left.map(
        async (slot) =>
          slot.kind === 'passphrase' ||
          slot.kind === 'recoveryKey' ||
          (await opensHere(slot, content.id, parts)),
      ),
    );
    if (!opening.includes(true)) throw fail('LAST_KEY_SLOT', {});
  };

  /** Unless another program has just added a slot for it again. */
  const dropKeyFile = (): Promise<void> =>
    exclusively(async () => {
      const slots = (await look())?.slots ?? [];
      if (slots.every(({ kind }) => kind !== 'keyFile')) await removeKeyFile(parts.keyFile);
    });

  return {
    addPassphrase: (passphrase) =>
      change(async (vault) => {
        const { id, slots } = vault.content;
        if (slots.some(({ kind }) => kind === 'passphrase')) throw passphraseExists();
        return withSlots(vault, [...slots, await createPassphraseSlot(vault.key, id, passphrase, parts)]);
      }),

    changePassphrase: (slotId, current, next) =>
      changeUnlocked(
        (vault) => openPassphraseSlot(passphraseSlot(vault, slotId), vault.id, current),
        async (vault) => {
          const slot = await createPassphraseSlot(vault.key, vault.content.id, next, parts);
          return withSlots(vault, [...without(vault, ({ id }) => id === slotId), slot]);
        },
      ),

    createRecoveryKey: async () => {
      let shown = '';
      await change(async (vault) => {
        const { slot, recoveryKey } = createRecoveryKeySlot(vault.key, vault.content.id, parts);
        shown = recoveryKey;
        return withSlots(vault, [...without(vault, ({ kind }) => kind === 'recoveryKey'), slot]);
      });
      return shown;
    },

    addKeyFile: () =>
      change(async (vault) => {
        if (await holdsOwn(vault, 'keyFile')) return vault;
        const slot = await createKeyFileSlot(vault.key, vault.content.id, parts);
        return withSlots(vault, [...without(vault, ({ kind }) => kind === 'keyFile'), slot]);
      }),

    addOperatingSystem: async () => {
      await requireOperatingSystem();
      await change(async (vault) => {
        const slot = (await holdsOwn(vault, 'operatingSystem'))
          ? null
          : await createOperatingSystemSlot(vault.key, parts);
        return slot === null ? vault : withSlots(vault, [...vault.content.slots, slot]);
      });
    },

    removeSlot: async (slotId) => {
      let removed: KeySlot | undefined;
      await change(async (vault) => {
        removed = vault.content.slots.find(({ id }) => id === slotId);
        if (removed === undefined) throw fail('NOT_FOUND', {});
        const left = without(vault, ({ id }) => id === slotId);
        await requireWayIn(vault, left);
        return withSlots(vault, left);
      });
      if (removed?.kind === 'keyFile') await dropKeyFile();
    },

    rotateDataKey: async (passphrase) => {
      let shown: string | null = null;
      await change(async (vault) => {
        const rotated = await rotate(vault, passphrase, parts);
        shown = rotated.recoveryKey;
        return rotated.vault;
      });
      return shown;
    },
  };
};
