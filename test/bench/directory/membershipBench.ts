import type { LdapDialogue } from '../../../electron/protocols/ldap/ldapDialogue.ts';
import { textsOf } from '../../../electron/protocols/ldap/ldapEntry.ts';
import { guidBase } from '../../../electron/protocols/ldap/ldapName.ts';
import { readEntry } from '../../../electron/protocols/ldap/readEntry.ts';
import { toDirectorySession } from '../../../electron/services/directory/access/toDirectorySession.ts';
import { readLinks } from '../../../electron/services/directory/reading/readLinks.ts';
import { readToken } from '../../../electron/services/directory/reading/readObject.ts';
import { DirectoryReaders, labValues } from '../../integration/directory/directoryReaders.ts';
import { groupOf, corpDomain } from '../../lab/directory/directoryIdentities.ts';
import type { DirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ldifEntry } from '../../lab/directory/ldif.ts';
import { changeDatabase } from '../../lab/directory/sambaDatabase.ts';
import { inTurn } from '../inTurn.ts';

/** The groups of one person, direct and nested, each way on the same connection. */
export type MembershipFigures = {
  way: string;
  groups: number;
  requests: number;
  medianMs: number;
  /** Divided by the naive walk. */
  ratio: number;
};

const { signal } = new AbortController();
const levels = 5;
const groupsOfLevel = 12;
const globalSecurityGroup = '-2147483646';

const nestedGroup = (level: number, number: number) => groupOf(corpDomain, `nested-${level}-${number}`);

/** A tower of groups: somebody is in each of the lowest level, and each level in one group of the next. */
const addTower = async ({ controllers: [{ home }], users: { bob } }: DirectoryLab): Promise<void> => {
  const entries: string[] = [];
  for (let level = 0; level < levels; level += 1)
    for (let number = 0; number < groupsOfLevel; number += 1) {
      const { name, distinguishedName } = nestedGroup(level, number);
      const member = level === 0 ? bob : nestedGroup(level - 1, number);
      entries.push(
        ldifEntry(distinguishedName, {
          ...{ objectClass: 'group', sAMAccountName: name, groupType: globalSecurityGroup },
          member: member.distinguishedName,
        }),
      );
    }
  await changeDatabase(home, { tool: 'ldbadd', ldif: entries.join('') });
};

/** Each group is read by itself, as a program does that knows no better. @returns how many there are. */
const walk = async (dialogue: Pick<LdapDialogue, 'search'>, person: string): Promise<number> => {
  const seen = new Set([person]);
  for (const base of seen) {
    const entry = await readEntry(dialogue, { base, attributes: ['memberOf', 'objectSid'] }, signal);
    for (const group of entry === null ? [] : textsOf(entry, 'memberOf')) seen.add(group);
  }
  return seen.size - 1;
};

/** A dialogue that counts what it is asked for. */
const counting = (dialogue: LdapDialogue) => {
  let requests = 0;
  const search: LdapDialogue['search'] = (request, aborted) => {
    requests += 1;
    return dialogue.search(request, aborted);
  };
  return { dialogue: { search }, taken: () => requests, clear: () => (requests = 0) };
};

type Way = () => Promise<number>;

/** Measures each way `rounds` times in turn. */
export const measureMembership = async (lab: DirectoryLab, rounds = 15): Promise<MembershipFigures[]> => {
  await addTower(lab);
  const readers = new DirectoryReaders();
  const { reader, opening } = readers.open(labValues(lab));
  const search = {
    domain: lab.domain,
    text: lab.users.bob.userPrincipalName,
    kinds: ['directoryUser'],
  } as const;
  const limits = { size: 1, timeSeconds: 10 };
  const { objects } = await reader.searchObjects({ ...search, kinds: [...search.kinds], ...limits }, signal);
  const [bob] = objects;
  if (bob === undefined) throw new Error('Nobody to look at.');
  const opened = await opening.openController(labValues(lab), signal);
  const counted = counting(opened.dialogue);
  const session = { ...toDirectorySession(opened, lab.domain, []), dialogue: counted.dialogue };
  const token = await readToken(session, bob.objectGuid, signal);
  const wanted = token?.groupSids ?? [];
  const ways: Record<string, Way> = {
    'tokenGroups (our sign-in)': async () =>
      (await readToken(session, bob.objectGuid, signal))?.groupSids.length ?? 0,
    'readLinks (our “how is she in it”)': async () =>
      (await readLinks(session, { objectGuid: bob.objectGuid, wanted }, signal)).length - 1,
    'each group by itself': () => walk(counted.dialogue, guidBase(bob.objectGuid)),
  };
  try {
    const times = await inTurn(rounds, ways);
    const figures: MembershipFigures[] = [];
    for (const [way, read] of Object.entries(ways)) {
      counted.clear();
      const groups = await read();
      const medianMs = times[way] ?? 0;
      const ratio = medianMs / (times['each group by itself'] ?? 1);
      figures.push({ way, groups, requests: counted.taken(), medianMs, ratio });
    }
    return figures;
  } finally {
    opened.close();
    readers.close();
  }
};
