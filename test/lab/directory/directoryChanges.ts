import { escapeForName, type LabDomain } from './directoryIdentities.ts';
import { ldifChange } from './ldif.ts';
import { changeDatabase } from './sambaDatabase.ts';

/** Somebody or something of the directory, by its distinguished name. */
export type Named = { readonly distinguishedName: string };

/** Members to add to a group, and to take out of it. */
export type MembershipChange = {
  readonly add?: readonly Named[];
  readonly remove?: readonly Named[];
};

/** What an administrator of the domain does while a test runs; a controller sees it at once. */
export type DirectoryChanges = {
  changeGroup(group: Named, change: MembershipChange): Promise<void>;
  /** Gives somebody another cn. @returns the new distinguished name. */
  rename(object: Named, commonName: string): Promise<Named>;
  /** Puts it into another folder. @param folder distinguished name. @returns the new distinguished name. */
  move(object: Named, folder: string): Promise<Named>;
  remove(object: Named): Promise<void>;
  /**
   * Hardens the domain: Authenticated Users leave Pre-Windows 2000 Compatible Access. From then on normal users read
   * nobody's memberOf and tokenGroups, and members of Windows Authorization Access read tokenGroupsGlobalAndUniversal.
   */
  restrictReading(): Promise<void>;
  /** Disables an account (userAccountControl 514). */
  disable(user: Named): Promise<void>;
  enable(user: Named): Promise<void>;
  /** Replaces attributes; an empty list takes the attribute away. */
  replace(object: Named, attributes: Readonly<Record<string, string | readonly string[]>>): Promise<void>;
};

const names = (objects: readonly Named[] = []): string[] => objects.map((each) => each.distinguishedName);

/** Cuts a distinguished name after its first, possibly escaped, part. */
function split(distinguishedName: string): { first: string; folder: string } {
  const [first = ''] = /^(?:\\.|[^,\\])+/.exec(distinguishedName) ?? [];
  return { first, folder: distinguishedName.slice(first.length + 1) };
}

const encode = (text: string): string => Buffer.from(text).toString('base64');

function rename(from: string, first: string, folder: string): string {
  const target = [`newrdn:: ${encode(first)}`, 'deleteoldrdn: 1', `newsuperior:: ${encode(folder)}`];
  return [`dn:: ${encode(from)}`, 'changetype: modrdn', ...target, '', ''].join('\n');
}

/**
 * Changes of the domain, made directly in the database of each of its controllers.
 * @param homes folders of the controllers.
 * @param domain the domain of all of them.
 */
export function directoryChanges(homes: readonly string[], { root }: LabDomain): DirectoryChanges {
  const modify = async (ldif: string): Promise<void> => {
    await Promise.all(homes.map((home) => changeDatabase(home, { tool: 'ldbmodify', ldif })));
  };
  const renameTo = async (from: Named, first: string, folder: string): Promise<Named> => {
    await modify(rename(from.distinguishedName, first, folder));
    return { distinguishedName: `${first},${folder}` };
  };
  const setControl = (user: Named, userAccountControl: string): Promise<void> =>
    modify(ldifChange(user.distinguishedName, 'replace', { userAccountControl }));
  const changeGroup: DirectoryChanges['changeGroup'] = ({ distinguishedName }, { add, remove }) => {
    const added = add ? ldifChange(distinguishedName, 'add', { member: names(add) }) : '';
    const removed = remove ? ldifChange(distinguishedName, 'delete', { member: names(remove) }) : '';
    return modify(`${added}${removed}`);
  };
  return {
    changeGroup,
    restrictReading: () =>
      changeGroup(
        { distinguishedName: `CN=Pre-Windows 2000 Compatible Access,CN=Builtin,${root}` },
        { remove: [{ distinguishedName: `CN=S-1-5-11,CN=ForeignSecurityPrincipals,${root}` }] },
      ),
    rename: (object, commonName) =>
      renameTo(object, `CN=${escapeForName(commonName)}`, split(object.distinguishedName).folder),
    move: (object, folder) => renameTo(object, split(object.distinguishedName).first, folder),
    remove: (object) => modify(`dn:: ${encode(object.distinguishedName)}\nchangetype: delete\n\n`),
    disable: (user) => setControl(user, '514'),
    enable: (user) => setControl(user, '512'),
    replace: (object, attributes) => modify(ldifChange(object.distinguishedName, 'replace', attributes)),
  };
}
