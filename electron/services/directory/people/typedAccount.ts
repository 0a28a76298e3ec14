import type { TypedAccount } from '../../../stores/directory/directoryObjectStore.ts';

/**
 * What no account name has (MS-SAMR 3.1.1.6), and distinguished names, SIDs, service and canonical names do, and a whole GUID in
 * braces, all of which a directory takes at a bind (MS-ADTS 5.1.1.1.1). Single braces may stand in an account name.
 */
const otherForms = /[=/<>"\p{Cc}]|^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/iu;

const partsOf = (typed: string): { account: string; domain: string | null } | null => {
  const [, netbiosName, name] = /^([^\\@]+)\\([^\\]+)$/.exec(typed) ?? [];
  if (netbiosName !== undefined && name !== undefined) return { account: name, domain: netbiosName };
  const [, account, domain] = /^([^\\]+)@([^\\@]+)$/.exec(typed) ?? [];
  if (account !== undefined && domain !== undefined) return { account, domain };
  return /[\\@]/.test(typed) ? null : { account: typed, domain: null };
};

/**
 * Takes a name of the directory apart (U19): `DOMAIN\user`, `user@domain`, or a bare user name, which is of `ownDomain`. Only to
 * find who is known: who it is says the directory. Null: it is none of these, and a directory is not to see it.
 */
export const parseTypedAccount = (name: string, ownDomain: string): TypedAccount | null => {
  const typed = name.trim();
  const parts = otherForms.test(typed) ? null : partsOf(typed);
  const account = parts?.account.trim() ?? '';
  if (!parts || account === '') return null;
  const domain = (parts.domain ?? ownDomain).trim().replace(/\.$/, '');
  return { typed, account, domain, isOwnDomain: domain.toLowerCase() === ownDomain.toLowerCase() };
};
