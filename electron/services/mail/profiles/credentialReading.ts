import { fail, isFailure } from '../../../contract/failures.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { SecretPlace, Vault } from '../../../stores/vault/vault.ts';
import type { CredentialSource } from '../resolvedProfile.ts';
import { type Environment, readVariable } from './readVariable.ts';
import { keptPassword } from './keptPassword.ts';
import { secretPlace } from './secretPlace.ts';
import { type SecretSlot, type SlotContent, slotPaths } from './secretSlot.ts';

export type CredentialParts = { vault: Pick<Vault, 'read'>; environment: Environment };

/** A password ready for use, and where it came from. */
export type Credential = { password: string; source: CredentialSource };

/** The stored values of a profile whose secrets `keep` means. */
export type StoredBase = { profileId: string; base: StoredValues };

const required = (slot: SecretSlot) => fail('SECRET_REQUIRED', { path: slotPaths[slot] });

/** Reads what a password in a slot stands for. Failures as `createProfileResolver` has them. */
export const createCredentialReading = ({ vault, environment }: CredentialParts) => {
  const readPasswordVariable = (slot: SecretSlot, name: string): Credential => ({
    source: 'environment',
    password: readVariable(environment, name, [...slotPaths[slot], 'name']),
  });

  /** A record that is gone is asked for at its field. */
  const readRecord = async (slot: SecretSlot, place: SecretPlace): Promise<string> => {
    try {
      return await vault.read(place);
    } catch (error) {
      throw isFailure(error) && error.code === 'SECRET_REQUIRED' ? required(slot) : error;
    }
  };

  const readStored = async (
    profileId: string,
    slot: SecretSlot,
    { target, password }: SlotContent<StoredPassword>,
  ): Promise<Credential> => {
    const { source } = password;
    if (source === 'environment') return readPasswordVariable(slot, password.name);
    if (source === 'insecure') {
      if (password.value === '') throw required(slot);
      return { source, password: password.value };
    }
    if (password.record === null) throw required(slot);
    const place = secretPlace(profileId, slot, { record: password.record, target });
    return { source, password: await readRecord(slot, place) };
  };

  /** As a form wrote it; null: there is nothing to keep. */
  const readWritten = async (
    stored: StoredBase | null,
    slot: SecretSlot,
    { target, password }: SlotContent<PasswordWrite>,
  ): Promise<Credential> => {
    if (password.source === 'environment') return readPasswordVariable(slot, password.name);
    if (password.secret.action === 'set') return { source: 'typed', password: password.secret.value };
    if (stored === null) throw required(slot);
    const kept = keptPassword(stored.base, slot, { target, source: password.source });
    return readStored(stored.profileId, slot, kept);
  };

  return { readStored, readWritten };
};
