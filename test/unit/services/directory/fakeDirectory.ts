import { randomUUID } from 'node:crypto';
import { fail } from '../../../../electron/contract/failures.ts';
import type { DirectoryRefusal } from '../../../../electron/contract/failures.ts';
import type { UncountedMembers } from '../../../../electron/contract/directory/addition.ts';
import type {
  DirectoryReader,
  FoundObject,
  ObjectOfForest,
  TokenOfPerson,
} from '../../../../electron/services/directory/directoryReader.ts';

/** What a controller that does not answer is refused with. */
export const unreachable = (code = 'connectTimeout') =>
  fail('DIRECTORY_UNREACHABLE', {
    finding: {
      ...{ code, severity: 'error', who: 'network', permanent: false },
      ...{ parameters: {}, changes: [] },
    },
  });

type Account = { object: FoundObject; password: string; refusal: DirectoryRefusal | null; groups: string[] };

const domainSid = 'S-1-5-21-1-2-3';

const unqualified = (name: string): string =>
  name
    .slice(name.indexOf('\\') + 1)
    .split('@')[0]
    ?.toLowerCase() ?? '';

/** A directory in memory: `corp.example`, CORP. Counts what it is asked; can fail, and can be slow. */
export const createFakeDirectory = () => {
  const accounts = new Map<string, Account>();
  const removed = new Set<string>();
  const others = new Map<string, UncountedMembers[]>();
  const asked: string[] = [];
  let rid = 1_000;
  let failure: Error | null = null;
  let gate: Promise<void> = Promise.resolve();
  let own: string | null = null;

  const bySid = (sid: string) => [...accounts.values()].find(({ object }) => object.objectSid === sid);

  const add = (
    kind: FoundObject['kind'],
    name: string,
    values: Partial<FoundObject> & { password?: string; groups?: string[] } = {},
  ): FoundObject => {
    const { password = '', groups = [], ...rest } = values;
    rid += 1;
    const object: FoundObject = {
      ...{ kind, objectGuid: randomUUID(), objectSid: `${domainSid}-${rid}`, domain: 'corp.example' },
      ...{ accountName: `CORP\\${name}`, userPrincipalName: `${name}@corp.example`, displayName: name },
      ...{ mail: null, distinguishedName: `CN=${name},DC=corp,DC=example`, isDisabled: false },
      ...{ preferredLanguage: null, scope: kind === 'directoryGroup' ? 'global' : null },
      ...rest,
    };
    accounts.set(object.objectGuid, { object, password, groups, refusal: null });
    return object;
  };

  const ask = async (what: string): Promise<void> => {
    asked.push(what);
    await gate;
    if (failure) throw failure;
  };

  const withForest = (object: FoundObject): ObjectOfForest => {
    const home = object.domain.endsWith('corp.example') ? ['corp.example'] : [];
    return { ...object, forest: [...home, object.domain] };
  };

  const tokenOf = ({ object, groups }: Account): TokenOfPerson => {
    const sids = new Set(groups);
    for (const sid of sids) for (const above of bySid(sid)?.groups ?? []) sids.add(above);
    return { person: withForest(object), groupSids: [...sids] };
  };

  const demand = (guid: string): Account => {
    const account = accounts.get(guid);
    if (!account) throw new Error('nobody');
    return account;
  };

  const unseen = (guid: string): 'deleted' | null => (removed.has(guid) ? 'deleted' : null);

  const reader: DirectoryReader = {
    listDomains: async () => ({ readAt: 0, domains: [] }),
    searchObjects: async ({ text, size }) => {
      await ask(`search ${text}`);
      const found = [...accounts.values()].map(({ object }) => object);
      const objects = found.filter(({ displayName }) => displayName.startsWith(text));
      return { objects: objects.slice(0, size), cutBy: objects.length > size ? 'size' : null };
    },
    readObject: async ({ objectGuid }) => {
      await ask('object');
      const account = accounts.get(objectGuid);
      return account ? withForest(account.object) : unseen(objectGuid);
    },
    readToken: async ({ objectGuid }) => {
      await ask('token');
      const account = accounts.get(objectGuid);
      return account ? tokenOf(account) : unseen(objectGuid);
    },
    readLinks: async ({ objectGuid }) => {
      await ask('links');
      const account = demand(objectGuid);
      const links = [account, ...tokenOf(account).groupSids.flatMap((sid) => bySid(sid) ?? [])];
      return links.map(({ object, groups }) => ({
        ...{ sid: object.objectSid, name: unqualified(object.accountName), memberOf: groups },
      }));
    },
    readMembers: async ({ objectGuid }, limit) => {
      await ask('members');
      const { objectSid } = demand(objectGuid).object;
      const people = [...accounts.values()].filter(
        (each) => each.object.kind === 'directoryUser' && tokenOf(each).groupSids.includes(objectSid),
      );
      return {
        people: people.slice(0, limit).map(({ object }) => object),
        direct: people.filter(({ groups }) => groups.includes(objectSid)).length,
        isCut: people.length > limit,
        uncounted: others.get(objectGuid) ?? [],
      };
    },
    signIn: async ({ name, password }) => {
      await ask(`bind ${name}`);
      const account = [...accounts.values()].find(
        ({ object }) => unqualified(object.accountName) === unqualified(name),
      );
      if (!account || account.password !== password) throw fail('SIGN_IN_REFUSED', {});
      if (account.refusal) throw fail('DIRECTORY_SIGN_IN_REFUSED', { reason: account.refusal });
      return tokenOf(account);
    },
    signInAsOwnIdentity: async () => {
      await ask('own identity');
      return tokenOf(demand(own ?? ''));
    },
  };

  return {
    ...{ reader, asked },
    addUser: (name: string, values: Parameters<typeof add>[2] = {}) =>
      add('directoryUser', name, { password: 'right', ...values }),
    addGroup: (name: string, groups: string[] = []) => add('directoryGroup', name, { groups }),
    change: (guid: string, values: Partial<FoundObject>): void => {
      const account = demand(guid);
      accounts.set(guid, { ...account, object: { ...account.object, ...values } });
    },
    setGroups: (guid: string, groups: string[]): void => void (demand(guid).groups = groups),
    refuse: (guid: string, refusal: DirectoryRefusal | null): void => void (demand(guid).refusal = refusal),
    /** Members of another domain, which could not be asked for the reason. */
    /** Members that are not counted, so many for each reason. */
    setOthers: (guid: string, count: number, codes: readonly string[] = ['connectTimeout']): void => {
      const reasons = codes.map((code) => unreachable(code).data.finding);
      others.set(
        guid,
        reasons.map((reason) => ({ domain: 'child.corp.example', count, reason })),
      );
    },
    remove: (guid: string): void => void (accounts.delete(guid) && removed.add(guid)),
    /** It is there, and nobody may see it. */
    hide: (guid: string): void => void accounts.delete(guid),
    fail: (error: Error | null): void => void (failure = error),
    runAs: (guid: string): void => void (own = guid),
    /** Nothing is answered until the function is called that this gives. */
    hold: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
  };
};

export type FakeDirectory = ReturnType<typeof createFakeDirectory>;
