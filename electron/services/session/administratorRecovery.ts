import { fail, isFailure } from '../../contract/failures.ts';
import type { LockoutStore } from '../../stores/users/lockoutStore.ts';
import type { SessionStore } from '../../stores/users/sessionStore.ts';
import type { SignInStore } from '../../stores/users/signInStore.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import type { PasswordSetting } from '../users/passwords/passwordSetting.ts';
import { administratorName } from './firstAdministrator.ts';

export type AdministratorRecovery = { recoveryKey: string; newPassword: string };

export type AdministratorRecoveryParts = {
  vault: Pick<Vault, 'protection' | 'unlock'>;
  people: Pick<SignInStore, 'find'>;
  passwords: Pick<PasswordSetting, 'set'>;
  sessions: Pick<SessionStore, 'endAllOf'>;
  lockouts: Pick<LockoutStore, 'forgive'>;
  now: () => number;
};

const refuseKey = (code: 'recoveryKey' | 'noRecoveryKey') =>
  fail('INVALID_INPUT', { issues: [{ path: ['recoveryKey'], code, parameters: {} }] });

const slip = (error: unknown): unknown =>
  isFailure(error) && error.code === 'INVALID_INPUT' ? refuseKey('recoveryKey') : error;

/**
 * Gives the predefined user a new password to whoever holds the recovery key: the way in when the password is lost and
 * no mail can be sent. What was signed in or locked out as that user is so no more. 160 random bits are not guessed, so
 * attempts are not counted. WRONG_PASSPHRASE, NOT_FOUND without administrator, INVALID_INPUT at `recoveryKey` (a slip, or
 * none was ever made) or `newPassword`.
 */
export const createAdministratorRecovery = (parts: AdministratorRecoveryParts) => {
  const { vault, people, passwords, sessions, lockouts, now } = parts;

  const demandKey = async (typed: string): Promise<void> => {
    const { slots } = await vault.protection();
    if (slots.every(({ kind }) => kind !== 'recoveryKey')) throw refuseKey('noRecoveryKey');
    try {
      await vault.unlock('recoveryKey', typed);
    } catch (error) {
      throw slip(error);
    }
  };

  return async ({ recoveryKey, newPassword }: AdministratorRecovery): Promise<void> => {
    const user = await people.find(administratorName);
    if (!user) throw fail('NOT_FOUND', {});
    await demandKey(recoveryKey);
    const owner = { userId: user.id, names: [user.name] };
    await passwords.set(newPassword, owner, { path: ['newPassword'], mustChange: false });
    await sessions.endAllOf(user.id, 'passwordChanged', now());
    await lockouts.forgive([user.id]);
  };
};
