import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readIfPresent } from './readIfPresent.ts';

/** What /proc says about one process (proc(5)). */
type ProcessRecord = {
  readonly processId: number;
  readonly groupId: number;
  readonly places: readonly string[];
};

function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The fields of /proc/PID/stat after the command name: state, parent, group, session … start time is the 20th. */
function statusFields(processId: number): readonly string[] {
  const status = readIfPresent(() => readFileSync(`/proc/${processId}/stat`, 'latin1'));
  return status === undefined ? [] : status.slice(status.lastIndexOf(')') + 2).split(' ');
}

function readProcess(processId: number): ProcessRecord {
  const places = [
    readIfPresent(() => readlinkSync(`/proc/${processId}/cwd`)),
    readIfPresent(() => readlinkSync(`/proc/${processId}/root`)),
    ...(readIfPresent(() => readFileSync(`/proc/${processId}/cmdline`, 'utf8'))?.split('\0') ?? []),
  ];
  return {
    processId,
    groupId: Number(statusFields(processId)[2]),
    places: places.filter((place) => place !== undefined),
  };
}

function isInside(place: string, directory: string): boolean {
  return place === directory || place.startsWith(`${directory}/`);
}

/**
 * Tells which moment a process started, to recognise a process id that was given out again.
 * @returns clock ticks since the machine started, or undefined when no such process exists.
 */
export function processStartTime(processId: number): string | undefined {
  return statusFields(processId)[19];
}

/**
 * Finds the running servers of a lab: every process that works in the lab's folder, names it on its command line, or
 * is in one process group with such a process. This process itself is never among them.
 * @param directory absolute path of the lab.
 * @returns process ids.
 */
export function findLabProcesses(directory: string): number[] {
  const processes = processIds()
    .filter((processId) => processId !== process.pid)
    .map(readProcess);
  const ownGroup = Number(statusFields(process.pid)[2]);
  const direct = processes.filter(({ places }) => places.some((place) => isInside(place, directory)));
  const groups = new Set(direct.map(({ groupId }) => groupId).filter((group) => group !== ownGroup));
  return processes
    .filter((candidate) => direct.includes(candidate) || groups.has(candidate.groupId))
    .map(({ processId }) => processId);
}

/** Ends every process of a lab at once; there is nothing in a lab worth an orderly end. */
export function killLabProcesses(directory: string): void {
  for (const processId of findLabProcesses(directory)) killIfRunning(processId);
}

/** Sends SIGKILL to a process, or to a whole group when the number is negative; one that has ended already is fine. */
export function killIfRunning(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Whether a group still has a process that runs; one that only waits to be buried by its parent holds nothing. */
function groupRuns(groupId: number): boolean {
  return processIds().some((processId) => {
    const [state, , group] = statusFields(processId);
    return Number(group) === groupId && state !== 'Z';
  });
}

/**
 * Waits until a killed process group is gone. The kernel reports the end of a grandchild to nobody but the first
 * process of the machine, so this one thing has to be asked again and again; it takes a few milliseconds.
 * @throws Error when the group is still there after two seconds.
 */
export async function waitForGroupEnd(groupId: number): Promise<void> {
  const deadline = performance.now() + 2000;
  while (groupRuns(groupId)) {
    if (performance.now() > deadline) throw new Error(`Process group ${groupId} does not end.`);
    await pause(2);
  }
}
