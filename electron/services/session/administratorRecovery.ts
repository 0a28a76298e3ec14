import { fail, isFailure } from '../../contract/failures.ts';
import type { PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { SignInStore } from '../../stores/users/signInStore.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import { passwordChange, valueChanges } from '../audit/valueChanges.ts';
import { passwordOwner, type PasswordSetting } from '../users/passwords/passwordSetting.ts';
import { replacePassword } from '../users/passwords/replacePassword.ts';
import { administratorName } from './firstAdministrator.ts';

export type AdministratorRecovery = { recoveryKey: string; newPassword: string };

export type AdministratorRecoveryParts = {
  vault: Pick<Vault, 'protection' | 'unlock'>;
  people: Pick<SignInStore, 'find'>;
  passwords: Pick<PasswordSetting, 'hashGood'>;
  transact: PeopleTransaction;
  now: () => number;
};

const refuseKey = (code: 'recoveryKey' | 'noRecoveryKey') =>
  fail('INVALID_INPUT', { issues: [{ path: ['recoveryKey'], code, parameters: {} }] });

const slip = (error: unknown): unknown =>
  isFailure(error) && error.code === 'INVALID_INPUT' ? refuseKey('recoveryKey') : error;

/**
 * Gives the predefined user a new password to whoever holds the recovery key: the way in when the password is lost and
 * no mail can be sent. What was signed in or locked out as that user is so no more, and who was
 * deactivated is active again: there may be nobody else who can sign in. 160 random bits are not guessed, so
 * attempts are not counted. WRONG_PASSPHRASE, NOT_FOUND without administrator, INVALID_INPUT at `recoveryKey` (a slip, or
 * none was ever made) or `newPassword`.
 */
export const createAdministratorRecovery = (parts: AdministratorRecoveryParts) => {
  const { vault, people, passwords, transact, now } = parts;

  const demandKey = async (typed: string): Promise<void> => {
    const { slots } = await vault.protection();
    if (slots.every(({ kind }) => kind !== 'recoveryKey')) throw refuseKey('noRecoveryKey');
    try {
      await vault.unlock('recoveryKey', typed);
    } catch (error) {
      throw slip(error);
    }
  };

  return async (
    { recoveryKey, newPassword }: AdministratorRecovery,
    note: Note = noteNothing,
  ): Promise<void> => {
    const user = await people.find(administratorName);
    if (!user) throw fail('NOT_FOUND', {});
    await demandKey(recoveryKey);
    const activation = valueChanges('user', { isActive: user.isActive }, { isActive: true });
    note({ subject: user.name, changes: [passwordChange, ...activation] });
    const hash = await passwords.hashGood(newPassword, passwordOwner(user), ['newPassword']);
    await transact(async (stores) => {
      await replacePassword(stores, { userId: user.id, hash, at: now(), mustChange: false });
      if (!user.isActive) await stores.users.setActive([user.id], true);
      await stores.lockouts.forgive([user.id]);
    });
  };
};
