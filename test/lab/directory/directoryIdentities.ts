import { oddNames } from './oddNames.ts';

/** An Active Directory domain of the lab, the only one of its forest. */
export type LabDomain = {
  /** DNS name, in small letters. */
  readonly name: string;
  readonly netbiosName: string;
  /** Distinguished name of its root. */
  readonly root: string;
  /** Its security identifier. */
  readonly sid: string;
};

/** The domain that every directory lab has. */
export const corpDomain: LabDomain = {
  name: 'corp.example.test',
  netbiosName: 'CORP',
  root: 'DC=corp,DC=example,DC=test',
  sid: 'S-1-5-21-1111111111-2222222222-3333333333',
};

/** The domain of the second forest; each forest trusts the other. */
export const partnerDomain: LabDomain = {
  name: 'partner.example.test',
  netbiosName: 'PARTNER',
  root: 'DC=partner,DC=example,DC=test',
  sid: 'S-1-5-21-1444444444-2555555555-3666666666',
};

/** The administrator of either domain. */
export const directoryAdministrator = { name: 'Administrator', password: 'Str0ng!Lab-Pass#2026' } as const;

/** The secret that the two forests share. */
export const trustPassword = 'Trust-Between-Forests#2026';

/** Somebody of the directory who can try to sign in. */
export type DirectoryUser = {
  /** sAMAccountName. */
  readonly name: string;
  /** The right password, also of those whom the directory refuses. */
  readonly password: string;
  /** cn. */
  readonly commonName: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  /** As in `Accept-Language`: `fr-FR`. */
  readonly preferredLanguage?: string;
  readonly distinguishedName: string;
};

type Person = {
  readonly name: string;
  readonly commonName: string;
  readonly displayName?: string;
};

/** The folder of the lab's own people, and the one of its groups. */
export const peopleFolder = 'OU=People';
export const groupsFolder = 'OU=Groups';

/** Escapes a value for a distinguished name (RFC 4514, 2.4). */
export function escapeForName(value: string): string {
  return value.replace(/^[ #]|[,+"\\<>;=]| $/g, '\\$&');
}

function userOf(
  domain: LabDomain,
  { name, commonName, displayName = commonName }: Person,
  password = `${name}-Pass#2026`,
): DirectoryUser {
  return {
    name,
    password,
    commonName,
    displayName,
    userPrincipalName: `${name}@${domain.name}`,
    mail: `${name}@${domain.name}`,
    distinguishedName: `CN=${escapeForName(commonName)},${peopleFolder},${domain.root}`,
  };
}

const corpUser = (name: string, commonName: string, preferredLanguage?: string): DirectoryUser => ({
  ...userOf(corpDomain, { name, commonName }),
  ...(preferredLanguage === undefined ? {} : { preferredLanguage }),
});

/**
 * People of the domain, by what the directory says to their right password: `alice`, `bob` and the readers sign in;
 * the others get code 49 with the sub-code that is named at each.
 */
export const directoryUsers = {
  /** Good; console-admins through helpdesk and it-staff. */
  alice: corpUser('alice', 'Alice Liddell', 'en-GB'),
  /** Good; in no group of the lab. */
  bob: corpUser('bob', 'Bob Baker', 'fr-FR'),
  /** A service account for reading: a normal user. */
  reader: corpUser('svc-reader', 'Directory Reader'),
  /** As `reader`, and member of Windows Authorization Access: may read tokenGroupsGlobalAndUniversal of everybody. */
  authorizationReader: corpUser('svc-authorization', 'Authorization Reader'),
  /** 530: no hour of the week is allowed. */
  outsideHours: corpUser('nadia.night', 'Nadia Night'),
  /** 531: only from WORKSTATION9. */
  otherWorkstation: corpUser('willy.work', 'Willy Workstation'),
  /** 532: the password is older than its policy allows. */
  expiredPassword: corpUser('olga.old', 'Olga Old'),
  /** 533: disabled. */
  disabled: corpUser('dora.disabled', 'Dora Disabled'),
  /** 701: the account ended in 2020. */
  expiredAccount: corpUser('emil.ended', 'Emil Ended'),
  /** 773: must change the password. */
  mustChange: corpUser('mona.must', 'Mona Must'),
  /** 775: locked until an administrator unlocks. */
  locked: corpUser('lars.locked', 'Lars Locked'),
  /** Good until three wrong passwords lock the account: 775. */
  lockable: corpUser('lena.lockable', 'Lena Lockable'),
} as const;

/** Who is refused with the right password, and by which sub-code of the refusal. */
export const refusedUsers = [
  ['outsideHours', '530'],
  ['otherWorkstation', '531'],
  ['expiredPassword', '532'],
  ['disabled', '533'],
  ['expiredAccount', '701'],
  ['mustChange', '773'],
  ['locked', '775'],
] as const;

/** Key of a user in `directoryUsers`. */
export type DirectoryUserKey = keyof typeof directoryUsers;

/** People with odd names; they sign in. */
export const oddUsers: readonly DirectoryUser[] = oddNames.map((person) =>
  userOf(corpDomain, person, 'Odd-Pass#2026'),
);

/** People of the partner domain. */
export const partnerUsers = {
  /** Good. */
  pat: userOf(partnerDomain, { name: 'pat', commonName: 'Pat Partner' }),
} as const;

/** A group of the lab: its sAMAccountName is its cn. */
export type DirectoryGroup = {
  readonly name: string;
  readonly distinguishedName: string;
};

/** The group of this name in the folder of the lab's groups. */
export function groupOf(domain: LabDomain, name: string): DirectoryGroup {
  return { name, distinguishedName: `CN=${name},${groupsFolder},${domain.root}` };
}

const corpGroup = (name: string): DirectoryGroup => groupOf(corpDomain, name);

/** Groups of the domain; members in `directoryMemberships` (directoryContent.ts). */
export const directoryGroups = {
  /** alice. */
  helpdesk: corpGroup('helpdesk'),
  /** helpdesk. */
  itStaff: corpGroup('it-staff'),
  /** it-staff. */
  consoleAdmins: corpGroup('console-admins'),
  /** bob. A distribution group: never in a token. */
  newsletter: corpGroup('newsletter'),
  /** 4,000 contacts, and bob. */
  large: corpGroup('large-group'),
  /** L1 has L2 as member, … L5 has L1; alice is in L3. */
  cycle: ['L1', 'L2', 'L3', 'L4', 'L5'].map(corpGroup),
} as const;

/** How many contacts `large-group` has, beside bob. */
export const largeGroupSize = 4000;

/** How many users the large variant of the lab has more: `p00000` to `p11999`, in OU=Crowd. */
export const crowdSize = 12_000;
