import type { UserName } from '../mail/secret.ts';
import type { DirectoryWrite } from './directoryValues.ts';

type Identity<Password> = { mode: 'windows' } | { mode: 'password'; userName: UserName; password: Password };

/** A directory's values around any shape of its password: written, viewed or stored. */
export type DirectoryValues<Password> = Omit<DirectoryWrite, 'identity'> & { identity: Identity<Password> };

/** The same values with the password, where they have one, replaced by what `replace` gives for it. */
export const mapDirectoryPassword = <From, To>(
  values: DirectoryValues<From>,
  replace: (password: From) => To,
): DirectoryValues<To> => {
  const { identity } = values;
  if (identity.mode === 'windows') return { ...values, identity };
  return { ...values, identity: { ...identity, password: replace(identity.password) } };
};
