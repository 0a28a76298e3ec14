import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { createLabDirectory, removeLabDirectory, sweepStaleLabs } from './labDirectory.ts';
import { findLabProcesses, waitForGroupEnd } from './labProcesses.ts';
import { ensureMailServers } from './mailServers.ts';
import { watchUntil } from './watchUntil.ts';

const availability = await ensureMailServers();
const mailLabModule = new URL('mailLab.ts', import.meta.url).href;

/** What the other program prints once its lab runs. */
type Started = {
  readonly directory: string;
  readonly processIds: readonly number[];
};

/** Starts a lab in another program, which then does `fate` or gets the signal. */
async function abandonLab(fate: string, signal?: NodeJS.Signals): Promise<Started> {
  const program = `
    const { startMailLab } = await import(${JSON.stringify(mailLabModule)});
    const { directory, processIds } = await startMailLab();
    process.stdout.write(JSON.stringify({ directory, processIds }) + '\\n', () => { ${fate} });`;
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

describe.skipIf(!availability.available)('a lab whose owner ends without stopping it', () => {
  it.each([
    ['process.exit', 'process.exit(1)', undefined],
    ['an uncaught exception', 'throw new Error()', undefined],
    ['SIGTERM', '', 'SIGTERM'],
    ['SIGKILL', '', 'SIGKILL'],
  ] as const)('is gone soon after %s', async (_, fate, signal) => {
    const { directory, processIds } = await abandonLab(fate, signal);
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
