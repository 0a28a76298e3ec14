import type { Protection, SlotKind } from '../../contract/security/security.contract.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import { type Actor, demandAdministrator } from '../users/actor.ts';
import type { Vault } from '../../stores/vault/vault.ts';

/** Who asks. */
type Asking = Pick<Actor, 'isAdministrator'>;
type WithKey = { recoveryKey: string; protection: Protection };

/** How the stored secrets are protected, and by what they open. Every change gives the new state back. */
export const createProtectionService = (vault: Vault) => {
  const after = async (change: Promise<void>): Promise<Protection> => {
    await change;
    return vault.protection();
  };

  /** Says which lock is meant: its kind and, where it has one, its place. Gives its kind. */
  const noteSlot = async (slotId: string, note: Note): Promise<SlotKind | undefined> => {
    const slot = (await vault.protection()).slots.find(({ id }) => id === slotId);
    if (slot) note({ subject: [slot.kind, slot.detail].filter(Boolean).join(' ') });
    return slot?.kind;
  };

  return {
    getProtection: (): Promise<Protection> => vault.protection(),
    /** WRONG_PASSPHRASE, INVALID_INPUT (`recoveryKey`), SECRET_UNREADABLE. */
    unlockVault: ({
      kind,
      value,
    }: {
      kind: 'passphrase' | 'recoveryKey';
      value: string;
    }): Promise<Protection> => after(vault.unlock(kind, value)),
    /** ADMINISTRATOR_REQUIRED: it makes a new data key. PROTECTION_UNAVAILABLE, STORAGE_FAILED. */
    startNewVault: async (actor: Asking): Promise<Protection> => {
      demandAdministrator(actor);
      return after(vault.startNewVault());
    },
    /** INVALID_INPUT (`passphraseExists`), VAULT_LOCKED. */
    addPassphrase: ({ passphrase }: { passphrase: string }): Promise<Protection> =>
      after(vault.addPassphrase(passphrase)),
    /** WRONG_PASSPHRASE, NOT_FOUND. */
    changePassphrase: async (
      { slotId, current, passphrase }: { slotId: string; current: string; passphrase: string },
      note: Note = noteNothing,
    ): Promise<Protection> => {
      await noteSlot(slotId, note);
      return after(vault.changePassphrase(slotId, current, passphrase));
    },
    /** ADMINISTRATOR_REQUIRED: with the key somebody gives the predefined user a new password. VAULT_LOCKED. */
    createRecoveryKey: async (actor: Asking): Promise<WithKey> => {
      demandAdministrator(actor);
      const recoveryKey = await vault.createRecoveryKey();
      return { recoveryKey, protection: await vault.protection() };
    },
    addKeyFile: (): Promise<Protection> => after(vault.addKeyFile()),
    /** PROTECTION_UNAVAILABLE. */
    addOperatingSystem: (): Promise<Protection> => after(vault.addOperatingSystem()),
    /** ADMINISTRATOR_REQUIRED for the recovery key; LAST_KEY_SLOT, NOT_FOUND, VAULT_LOCKED. */
    removeSlot: async ({ slotId }: { slotId: string }, actor: Asking & Pick<Actor, 'note'>) => {
      if ((await noteSlot(slotId, actor.note)) === 'recoveryKey') demandAdministrator(actor);
      return after(vault.removeSlot(slotId));
    },
    /** ADMINISTRATOR_REQUIRED: it may show a new recovery key. WRONG_PASSPHRASE, VAULT_LOCKED, SECRET_UNREADABLE. */
    rotateDataKey: async ({ passphrase }: { passphrase: string | null }, actor: Asking) => {
      demandAdministrator(actor);
      const recoveryKey = await vault.rotateDataKey(passphrase);
      return { recoveryKey, protection: await vault.protection() };
    },
  };
};

export type ProtectionService = ReturnType<typeof createProtectionService>;
