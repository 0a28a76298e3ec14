import { corpDomain, type DirectoryUserKey, directoryUsers } from './directoryIdentities.ts';
import { type LdifAttributes, ldifChange, ldifEntry } from './ldif.ts';

const millisecondsFrom1601To1970 = 11_644_473_600_000n;
const never = '-9223372036854775808';

/** A moment as Active Directory writes it: 100-nanosecond steps since 1601 (MS-DTYP 2.3.3, FILETIME). */
function fileTime(date: Date): string {
  return String((BigInt(date.getTime()) + millisecondsFrom1601To1970) * 10_000n);
}

const longAgo = fileTime(new Date('2020-01-01'));

/** userAccountControl (MS-ADTS 2.2.16): a normal account, and the same disabled. */
const normalAccount = '512';
const disabledAccount = '514';

/** What is different from an ordinary account, by user. */
const states: Partial<Record<DirectoryUserKey, LdifAttributes>> = {
  outsideHours: { logonHours: new Uint8Array(21) },
  otherWorkstation: { userWorkstations: 'WORKSTATION9' },
  disabled: { userAccountControl: disabledAccount },
  expiredAccount: { accountExpires: longAgo },
  mustChange: { pwdLastSet: '0' },
};

/** @returns the attributes that put a user into the state of its key. */
export function stateAttributes(key: string): LdifAttributes {
  const found = Object.entries(states).find(([name]) => name === key);
  return { userAccountControl: normalAccount, ...found?.[1] };
}

/** A password policy for some users only (MS-ADTS 3.1.1.5.2.2, msDS-PasswordSettings). */
function passwordPolicy(
  commonName: string,
  precedence: number,
  members: readonly DirectoryUserKey[],
  rules: LdifAttributes,
): string {
  const folder = `CN=Password Settings Container,CN=System,${corpDomain.root}`;
  return ldifEntry(`CN=${commonName},${folder}`, {
    objectClass: 'msDS-PasswordSettings',
    'msDS-PasswordSettingsPrecedence': String(precedence),
    'msDS-PasswordReversibleEncryptionEnabled': 'FALSE',
    'msDS-PasswordHistoryLength': '0',
    'msDS-PasswordComplexityEnabled': 'TRUE',
    'msDS-MinimumPasswordLength': '7',
    'msDS-MinimumPasswordAge': '0',
    'msDS-MaximumPasswordAge': never,
    'msDS-LockoutThreshold': '0',
    'msDS-LockoutObservationWindow': '-18000000000',
    'msDS-LockoutDuration': '-18000000000',
    'msDS-PSOAppliesTo': members.map((key) => directoryUsers[key].distinguishedName),
    ...rules,
  });
}

/** Policies to add once the users are there. A lock duration of 0 lasts until an administrator unlocks. */
export const passwordPolicies = [
  passwordPolicy('lab-locks-for-good', 10, ['locked'], {
    'msDS-LockoutThreshold': '3',
    'msDS-LockoutDuration': '0',
  }),
  passwordPolicy('lab-locks', 11, ['lockable'], { 'msDS-LockoutThreshold': '3' }),
  passwordPolicy('lab-expires', 12, ['expiredPassword'], { 'msDS-MaximumPasswordAge': '-1728000000000' }),
].join('');

/** Changes that need the policies; the age of a password is refused without `passwordAgeControl`. */
export const policyStates = [
  ldifChange(directoryUsers.locked.distinguishedName, 'replace', { lockoutTime: longAgo }),
  ldifChange(directoryUsers.expiredPassword.distinguishedName, 'replace', { pwdLastSet: longAgo }),
].join('');

/** DSDB_CONTROL_PASSWORD_BYPASS_LAST_SET_OID of Samba: lets pwdLastSet be any moment. */
export const passwordAgeControl = 'local_oid:1.3.6.1.4.1.7165.4.3.20:0';
