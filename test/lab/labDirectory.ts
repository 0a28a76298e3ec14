import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { killLabProcesses, processStartTime } from './labProcesses.ts';
import { readIfPresent } from './readIfPresent.ts';

const prefix = 'relay-console-lab-';
const ownerFile = 'owner.json';
const unownedAgeMs = 10_000;

/** Who started a lab; the start time tells a process from a later one with the same id. */
type Owner = {
  readonly processId: number;
  readonly startTime: string;
};

/**
 * Makes a fresh folder for one lab in the temporary folder and notes this process as its owner.
 * @returns its absolute path; every user of the machine may enter it, since the servers run under several accounts.
 */
export function createLabDirectory(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), prefix));
  const owner: Owner = { processId: process.pid, startTime: processStartTime(process.pid) ?? '' };
  const draft = path.join(directory, `${ownerFile}.draft`);
  writeFileSync(draft, JSON.stringify(owner));
  renameSync(draft, path.join(directory, ownerFile));
  chmodSync(directory, 0o755);
  return directory;
}

/** Ends every process of a lab and removes its folder; works without waiting, also in an ending process. */
export function destroyLab(directory: string): void {
  killLabProcesses(directory);
  removeLabDirectory(directory);
}

/** Removes a lab's folder; tries again for a moment while a killed server's last files still appear. */
export function removeLabDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
}

function isStale(directory: string): boolean {
  const content = readIfPresent(() => readFileSync(path.join(directory, ownerFile), 'utf8'));
  if (content === undefined) {
    const changedAt = readIfPresent(() => statSync(directory).mtimeMs);
    return changedAt !== undefined && Date.now() - changedAt > unownedAgeMs;
  }
  const owner = JSON.parse(content) as Owner;
  return processStartTime(owner.processId) !== owner.startTime;
}

/**
 * Removes labs whose owner is gone: what a test run leaves behind that was killed with SIGKILL.
 * @returns the folders removed.
 */
export function sweepStaleLabs(): string[] {
  const stale = readdirSync(os.tmpdir())
    .filter((name) => name.startsWith(prefix))
    .map((name) => path.join(os.tmpdir(), name))
    .filter(isStale);
  stale.forEach(destroyLab);
  return stale;
}
