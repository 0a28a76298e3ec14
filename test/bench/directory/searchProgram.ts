import { openLdapDialogue } from '../../../electron/protocols/ldap/ldapDialogue.ts';
import { equals } from '../../../electron/protocols/ldap/ldapFilter.ts';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { secureSocket } from '../../../electron/protocols/tls/secureSocket.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import type { DirectorySession } from '../../../electron/services/directory/reading/directorySession.ts';
import { findObjects } from '../../../electron/services/directory/reading/findObjects.ts';
import {
  accountTypes,
  foundAttributes,
  toFoundObject,
} from '../../../electron/services/directory/reading/foundObject.ts';
import { crowdSize } from '../../lab/directory/directoryIdentities.ts';
import type { SearchOutcome, SearchTask } from './searchTask.ts';

/** Searches a directory with the program's own code, in a process of its own, and prints what it took. */
const { signal } = new AbortController();
const ldapsPort = 636;

type Seen = { found: number; grownKib: number | null };

const memoryKib = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_024;
};

/** Reads every user as the members of a group are read: each is looked at and let go. */
const enumerate = async (
  session: DirectorySession,
  { pageSize, looksAtMemory }: SearchTask,
): Promise<Seen> => {
  const filter = equals('sAMAccountType', accountTypes.user);
  const base = session.defaultNamingContext;
  const request = { base, scope: 'subtree', filter, attributes: foundAttributes, pageSize } as const;
  const memory: number[] = [];
  let found = 0;
  for await (const item of session.dialogue.search(request, signal)) {
    if (item.kind !== 'entry' || toFoundObject(item, session.netbiosNameOf) === null) continue;
    found += 1;
    if (looksAtMemory && found % (crowdSize / 4) === 0) memory.push(memoryKib());
  }
  const [, half = 0] = memory;
  return { found, grownKib: looksAtMemory ? (memory.at(-1) ?? half) - half : null };
};

const find = async (session: DirectorySession, search: NonNullable<SearchTask['search']>): Promise<Seen> => {
  const { objects } = await findObjects(session, search, signal);
  return { found: objects.length, grownKib: null };
};

const run = async (task: SearchTask): Promise<SearchOutcome> => {
  const { address, host, domain, authority, userName, password, base, search } = task;
  const startedAt = performance.now();
  const anchors = createTrustStore(() => []).anchorsOf({ mode: 'certificate', pem: authority });
  const socket = await openSocket(address, ldapsPort, signal);
  const dialogue = openLdapDialogue(await secureSocket(socket, { host, anchors, signal }));
  await dialogue.bindSimple(userName, password, signal);
  const session: DirectorySession = {
    ...{ dialogue, domain, controller: host, defaultNamingContext: base },
    ...{ configurationNamingContext: `CN=Configuration,${base}`, netbiosNameOf: () => 'CORP' },
  };
  const seen = await (search === null ? enumerate(session, task) : find(session, search));
  await dialogue.unbind();
  return { ms: performance.now() - startedAt, ...seen };
};

const [, , task = ''] = process.argv;
console.log(JSON.stringify(await run(JSON.parse(task) as SearchTask)));
