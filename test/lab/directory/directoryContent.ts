import {
  corpDomain,
  crowdSize,
  directoryGroups,
  type DirectoryUser,
  directoryUsers,
  groupsFolder,
  type LabDomain,
  largeGroupSize,
  oddUsers,
  partnerDomain,
  partnerUsers,
  peopleFolder,
} from './directoryIdentities.ts';
import { type LdifAttributes, ldifChange, ldifEntry } from './ldif.ts';
import { stateAttributes } from './userStates.ts';

/** groupType (MS-ADTS 2.2.12): security groups and distribution groups, both global. */
const globalSecurityGroup = '-2147483646';
const globalDistributionGroup = '2';

/** A password as it is set over LDAP: in quotes, UTF-16LE (MS-ADTS 3.1.1.3.1.5). */
function passwordValue(password: string): Uint8Array {
  return Buffer.from(`"${password}"`, 'utf16le');
}

function folder(domain: LabDomain, relativeName: string): string {
  return ldifEntry(`${relativeName},${domain.root}`, { objectClass: 'organizationalUnit' });
}

function person(user: DirectoryUser, state: LdifAttributes): string {
  const { distinguishedName, name, displayName, userPrincipalName, mail, preferredLanguage, password } = user;
  return ldifEntry(distinguishedName, {
    objectClass: 'user',
    sAMAccountName: name,
    userPrincipalName,
    displayName,
    mail,
    ...(preferredLanguage === undefined ? {} : { preferredLanguage }),
    unicodePwd: passwordValue(password),
    ...state,
  });
}

function group(
  { name, distinguishedName }: { readonly name: string; readonly distinguishedName: string },
  groupType = globalSecurityGroup,
): string {
  return ldifEntry(distinguishedName, { objectClass: 'group', sAMAccountName: name, groupType });
}

const contactName = (index: number): string =>
  `CN=Contact ${String(index).padStart(4, '0')},OU=Contacts,${corpDomain.root}`;

const contactNames = Array.from({ length: largeGroupSize }, (_, index) => contactName(index));

const { helpdesk, itStaff, consoleAdmins, newsletter, large, cycle } = directoryGroups;
const authorizationAccess = `CN=Windows Authorization Access Group,CN=Builtin,${corpDomain.root}`;
const [, , third] = cycle;

/** Members of each group, all as distinguished names. */
export const directoryMemberships: readonly (readonly [group: string, members: readonly string[]])[] = [
  [helpdesk.distinguishedName, [directoryUsers.alice.distinguishedName]],
  [itStaff.distinguishedName, [helpdesk.distinguishedName]],
  [consoleAdmins.distinguishedName, [itStaff.distinguishedName]],
  [newsletter.distinguishedName, [directoryUsers.bob.distinguishedName]],
  [large.distinguishedName, [...contactNames, directoryUsers.bob.distinguishedName]],
  [authorizationAccess, [directoryUsers.authorizationReader.distinguishedName]],
  ...cycle.map(
    ({ distinguishedName }, index) =>
      [
        distinguishedName,
        cycle
          .slice((index + 1) % cycle.length)
          .slice(0, 1)
          .map((next) => next.distinguishedName),
      ] as const,
  ),
  ...(third === undefined
    ? []
    : [[third.distinguishedName, [directoryUsers.alice.distinguishedName]] as const]),
];

/** A second controller answers with the same content, so that Kerberos knows both host names. */
const controllerNames = ldifChange(`CN=DC1,OU=Domain Controllers,${corpDomain.root}`, 'add', {
  servicePrincipalName: ['dc1', 'dc2'].map((label) => `ldap/${label}.${corpDomain.name}`),
});

const entries = [
  ...[peopleFolder, groupsFolder, 'OU=Contacts'].map((name) => folder(corpDomain, name)),
  ...Object.entries(directoryUsers).map(([key, user]) => person(user, stateAttributes(key))),
  ...oddUsers.map((user) => person(user, stateAttributes('odd'))),
  ...[helpdesk, itStaff, consoleAdmins, large, ...cycle].map((each) => group(each)),
  group(newsletter, globalDistributionGroup),
  ...contactNames.map((name) => ldifEntry(name, { objectClass: 'contact' })),
];

/** Entries of the domain, in LDIF. */
export const corpEntries = entries.join('');

/** Changes of the domain once its entries are there, in LDIF. */
export const corpChanges = [
  controllerNames,
  ...directoryMemberships.map(([name, member]) => ldifChange(name, 'add', { member })),
].join('');

/** Users of the large variant; none can sign in. */
export function crowdEntries(): string {
  const users = Array.from({ length: crowdSize }, (_, index) => {
    const name = `p${String(index).padStart(5, '0')}`;
    const commonName = `Person ${name.slice(1)}`;
    return ldifEntry(`CN=${commonName},OU=Crowd,${corpDomain.root}`, {
      objectClass: 'user',
      sAMAccountName: name,
      userPrincipalName: `${name}@${corpDomain.name}`,
      displayName: commonName,
      mail: `${name}@${corpDomain.name}`,
    });
  });
  return [folder(corpDomain, 'OU=Crowd'), ...users].join('');
}

/** Entries of the partner domain, in LDIF. */
export const partnerEntries = [
  folder(partnerDomain, peopleFolder),
  folder(partnerDomain, groupsFolder),
  ...Object.values(partnerUsers).map((user) => person(user, stateAttributes('good'))),
].join('');

/** Changes of the partner domain, in LDIF. */
export const partnerChanges = ldifChange(`CN=DC1,OU=Domain Controllers,${partnerDomain.root}`, 'add', {
  servicePrincipalName: `ldap/dc1.${partnerDomain.name}`,
});
