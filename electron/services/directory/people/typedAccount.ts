import type { TypedAccount } from '../../../stores/directory/directoryObjectStore.ts';

/**
 * Takes a name of the directory apart (U19): `DOMAIN\user`, `user@domain`, or a bare user name, which is of `ownDomain`. Only to
 * find who is known: who it is says the directory.
 */
export const parseTypedAccount = (name: string, ownDomain: string): TypedAccount => {
  const typed = name.trim();
  const backslash = typed.indexOf('\\');
  if (backslash >= 0)
    return { typed, domain: typed.slice(0, backslash), account: typed.slice(backslash + 1) };
  const at = typed.lastIndexOf('@');
  if (at >= 0) return { typed, account: typed.slice(0, at), domain: typed.slice(at + 1) };
  return { typed, account: typed, domain: ownDomain };
};
