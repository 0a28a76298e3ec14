import type { SignInStore } from '../../stores/users/signInStore.ts';
import type { CheckedAttempt, PasswordCheck, PasswordVerdict } from './passwordCheck.ts';

export type CredentialCheckParts = {
  people: Pick<SignInStore, 'find'>;
  local: PasswordCheck;
  directory: PasswordCheck;
  /** True while people of the directory may sign in. */
  isDirectoryEnabled: () => Promise<boolean>;
};

/**
 * Judges a name and password where that name belongs (U19): here when a local user has it, else in the directory. Never in both:
 * a local user's password is sent to nobody. While no directory is enabled every name is judged here, with the same work.
 */
export const createCredentialCheck = ({
  people,
  local,
  directory,
  isDirectoryEnabled,
}: CredentialCheckParts) => {
  return async (attempt: CheckedAttempt): Promise<PasswordVerdict> => {
    if (!(await isDirectoryEnabled())) return local(attempt);
    const user = await people.find(attempt.name);
    return user?.isLocal ? local(attempt) : directory(attempt);
  };
};
