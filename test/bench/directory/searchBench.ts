import path from 'node:path';
import { equals } from '../../../electron/protocols/ldap/ldapFilter.ts';
import type { ObjectSearch } from '../../../electron/services/directory/directoryReader.ts';
import { objectFilter } from '../../../electron/services/directory/reading/findObjects.ts';
import { accountTypes, foundAttributes } from '../../../electron/services/directory/reading/foundObject.ts';
import type { DirectoryLab } from '../../lab/directory/directoryLab.ts';
import { median } from '../median.ts';
import { type MeasuredProcess, runMeasured } from './measuredProcess.ts';
import type { SearchOutcome, SearchTask } from './searchTask.ts';

/** The same search over LDAPS, by the program's own code and by ldapsearch, each in a process of its own. */
export type SearchFigures = {
  search: string;
  found: number;
  /** From the connection to the good-bye. */
  ms: number;
  /** The whole of a process of ldapsearch, whose start takes no time. */
  ldapsearchMs: number;
  ratio: number;
  /** The whole of our process: Node starts and reads the code besides. */
  processMs: number;
  peakMib: number;
  /** Of a Node that does nothing. */
  emptyNodePeakMib: number;
  ldapsearchPeakMib: number;
  /** What the second half of the objects left in memory beside what the first did. */
  grownKib: number | string;
};

const program = path.join(import.meta.dirname, 'searchProgram.ts');
const pageSize = 500;
const most = 1_000;

const taskOf = (lab: DirectoryLab, search: ObjectSearch | null, looksAtMemory = false): SearchTask => {
  const [{ address, name: host }] = lab.controllers;
  const { userPrincipalName: userName, password } = lab.users.reader;
  return {
    ...{ address, host, domain: lab.domain, authority: lab.authority.pem, userName, password },
    ...{ base: lab.root, pageSize, search, looksAtMemory },
  };
};

const runOurs = async (
  task: SearchTask,
): Promise<SearchOutcome & Pick<MeasuredProcess, 'peakMib'> & { processMs: number }> => {
  const flags = task.looksAtMemory ? ['--expose-gc'] : [];
  const parameters = [...flags, program, JSON.stringify(task)];
  const { output, peakMib, ms } = await runMeasured({
    program: process.execPath,
    parameters,
    keepsOutput: true,
  });
  return { ...(JSON.parse(output) as SearchOutcome), peakMib, processMs: ms };
};

const runLdapsearch = (
  { authority, controllers: [{ address }], users, root }: DirectoryLab,
  filter: string,
) =>
  runMeasured({
    program: 'ldapsearch',
    parameters: [
      ...['-LLL', '-x', '-H', `ldaps://${address}`, '-D', users.reader.userPrincipalName],
      ...['-w', users.reader.password, '-b', root, '-E', `pr=${pageSize}/noprompt`],
      ...[filter, ...foundAttributes],
    ],
    environment: { LDAPTLS_CACERT: authority.path, LDAPCONF: '/dev/null' },
  });

const compare = async (
  lab: DirectoryLab,
  { search, filter, rounds }: { search: ObjectSearch | null; filter: string; rounds: number },
): Promise<Omit<SearchFigures, 'search' | 'grownKib' | 'emptyNodePeakMib'>> => {
  const ours: Awaited<ReturnType<typeof runOurs>>[] = [];
  const theirs: MeasuredProcess[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await runOurs(taskOf(lab, search)));
    theirs.push(await runLdapsearch(lab, filter));
  }
  const ms = median(ours.map((one) => one.ms));
  const ldapsearchMs = median(theirs.map((one) => one.ms));
  return {
    ...{ found: ours[0]?.found ?? 0, ms, ldapsearchMs, ratio: ms / ldapsearchMs },
    processMs: median(ours.map((one) => one.processMs)),
    peakMib: median(ours.map((one) => one.peakMib)),
    ldapsearchPeakMib: median(theirs.map((one) => one.peakMib)),
  };
};

/** Measures the enumeration of all users, and a search by the beginning of a name, `rounds` times in turn. */
export const measureSearch = async (lab: DirectoryLab, rounds = 3): Promise<SearchFigures[]> => {
  const empty = await runMeasured({
    program: process.execPath,
    parameters: ['--eval', 'setTimeout(() => 0, 100)'],
  });
  const emptyNodePeakMib = empty.peakMib;
  const users = equals('sAMAccountType', accountTypes.user).toString();
  const { grownKib } = await runOurs(taskOf(lab, null, true));
  const all = await compare(lab, { search: null, filter: users, rounds });
  const begun: ObjectSearch = {
    ...{ domain: lab.domain, text: 'Person 00', kinds: ['directoryUser'], size: most, timeSeconds: 30 },
  };
  const some = await compare(lab, { search: begun, filter: objectFilter(begun).toString(), rounds });
  return [
    { search: 'every user', ...all, emptyNodePeakMib, grownKib: grownKib ?? '' },
    { search: `a name that begins with “${begun.text}”`, ...some, emptyNodePeakMib, grownKib: '' },
  ];
};
