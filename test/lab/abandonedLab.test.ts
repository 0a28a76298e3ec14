import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { ensureDirectoryServers } from './directory/directoryServers.ts';
import { createLabDirectory, removeLabDirectory, sweepStaleLabs } from './labDirectory.ts';
import { findLabProcesses, waitForGroupEnd } from './labProcesses.ts';
import { ensureMailServers } from './mailServers.ts';
import { watchUntil } from './watchUntil.ts';

/** The labs that can start here, each as an expression of a program that imports from this folder. */
const labs = [
  {
    name: 'mail lab',
    availability: await ensureMailServers(),
    start: '(await load("mailLab.ts")).startMailLab()',
    processIds: 'lab.processIds',
  },
  {
    name: 'directory lab',
    availability: await ensureDirectoryServers(),
    start: '(await load("directory/directoryLab.ts")).startDirectoryLab()',
    processIds: 'lab.controllers.map((each) => each.processId())',
  },
] as const;

/** What the other program prints once its lab runs. */
type Started = {
  readonly directory: string;
  readonly processIds: readonly number[];
};

/** Starts a lab in another program, which then does `fate` or gets the signal. */
async function abandonLab(
  { start, processIds }: (typeof labs)[number],
  fate: string,
  signal?: NodeJS.Signals,
): Promise<Started> {
  const program = `
    const load = (file) => import(new URL(file, ${JSON.stringify(import.meta.url)}));
    const lab = await ${start};
    const started = { directory: lab.directory, processIds: ${processIds} };
    process.stdout.write(JSON.stringify(started) + '\\n', () => { ${fate} });`;
  const child = spawn('node', ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const failed = ended.then(() => Promise.reject(new Error('The other program ended before its lab ran.')));
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), failed])) as [string];
  if (signal !== undefined) child.kill(signal);
  await ended;
  return JSON.parse(line) as Started;
}

describe.each(labs)('a $name whose owner ends without stopping it', (lab) => {
  it.skipIf(!lab.availability.available).each([
    ['process.exit', 'process.exit(1)', undefined],
    ['an uncaught exception', 'throw new Error()', undefined],
    ['SIGTERM', '', 'SIGTERM'],
    ['SIGKILL', '', 'SIGKILL'],
  ] as const)('is gone soon after %s', async (_, fate, signal) => {
    const { directory, processIds } = await abandonLab(lab, fate, signal);
    await watchUntil({
      directory: os.tmpdir(),
      look: () => (existsSync(directory) ? undefined : true),
      awaited: `the end of ${directory}`,
      timeoutMs: 5000,
    });
    // The keeper itself ends right after the folder is gone.
    await Promise.all([...processIds, ...findLabProcesses(directory)].map(waitForGroupEnd));
    expect(findLabProcesses(directory)).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('the sweep of stale labs', () => {
  it('ends the processes and removes the folder of a lab whose owner is gone', async () => {
    const directory = createLabDirectory();
    const server = spawn('cat', { cwd: directory, detached: true });
    const ended = once(server, 'exit');
    await once(server, 'spawn');
    writeFileSync(
      path.join(directory, 'owner.json'),
      JSON.stringify({ processId: process.pid, startTime: 'earlier' }),
    );
    expect(sweepStaleLabs()).toContain(directory);
    await ended;
    expect(existsSync(directory)).toBe(false);
  });

  it('leaves a lab alone while its owner runs', () => {
    const directory = createLabDirectory();
    expect(sweepStaleLabs()).not.toContain(directory);
    expect(existsSync(directory)).toBe(true);
    removeLabDirectory(directory);
  });
});
