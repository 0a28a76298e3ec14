import { groupScopes } from '../../../contract/directory/directoryObject.ts';
import { type LdapEntry, bytesOf, textOf } from '../../../protocols/ldap/ldapEntry.ts';
import { decodeGuid } from '../../../protocols/ldap/objectGuid.ts';
import { decodeSid } from '../../../protocols/ldap/securityIdentifier.ts';
import type { FoundObject } from '../directoryReader.ts';
import { domainOfDn } from './domainOfDn.ts';

/** sAMAccountType (MS-SAMR 2.2.1.9): ordinary accounts, and the groups that come into a token. */
export const accountTypes = {
  user: '805306368',
  /** Global and universal security groups. */
  group: '268435456',
  /** Domain local ones. */
  localGroup: '536870912',
} as const;

/** userAccountControl, UF_ACCOUNTDISABLE (MS-ADTS 2.2.16). */
const disabledFlag = 0x2;

/** groupType (MS-ADTS 2.2.12). */
const scopeFlags = { global: 0x2, domainLocal: 0x4, universal: 0x8 } as const;

/** What has to be read of an object for `toFoundObject`. */
export const foundAttributes = [
  'objectGUID',
  'objectSid',
  'sAMAccountType',
  'sAMAccountName',
  'userPrincipalName',
  'displayName',
  'name',
  'mail',
  'userAccountControl',
  'preferredLanguage',
  'groupType',
] as const;

const kindOf = (entry: LdapEntry): FoundObject['kind'] | null => {
  switch (textOf(entry, 'sAMAccountType')) {
    case accountTypes.user:
      return 'directoryUser';
    case accountTypes.group:
    case accountTypes.localGroup:
      return 'directoryGroup';
    default:
      return null;
  }
};

const scopeOf = (entry: LdapEntry): FoundObject['scope'] => {
  const flags = Number(textOf(entry, 'groupType') ?? 0);
  return groupScopes.find((scope) => (flags & scopeFlags[scope]) !== 0) ?? null;
};

const decoded = (entry: LdapEntry, name: string, decode: (bytes: Buffer) => string | null): string | null => {
  const [bytes] = bytesOf(entry, name);
  return bytes === undefined ? null : decode(bytes);
};

/** `netbiosNameOf`: of a domain by its DNS name. Null: neither a user nor a security group, or not readable as one. */
export const toFoundObject = (
  entry: LdapEntry,
  netbiosNameOf: (domain: string) => string,
): FoundObject | null => {
  const kind = kindOf(entry);
  const objectGuid = decoded(entry, 'objectGUID', decodeGuid);
  const objectSid = decoded(entry, 'objectSid', decodeSid);
  const account = textOf(entry, 'sAMAccountName');
  if (kind === null || objectGuid === null || objectSid === null || account === null) return null;
  const domain = domainOfDn(entry.dn);
  const flags = Number(textOf(entry, 'userAccountControl') ?? 0);
  return {
    ...{ kind, objectGuid, objectSid, domain, scope: scopeOf(entry) },
    accountName: `${netbiosNameOf(domain)}\\${account}`,
    userPrincipalName: textOf(entry, 'userPrincipalName'),
    displayName: textOf(entry, 'displayName') ?? textOf(entry, 'name') ?? account,
    mail: textOf(entry, 'mail'),
    distinguishedName: entry.dn,
    isDisabled: (flags & disabledFlag) !== 0,
    preferredLanguage: textOf(entry, 'preferredLanguage'),
  };
};
