import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountName } from '../../../electron/hosts/startingPerson.ts';
import { signIn } from '../../contract/doors.ts';
import { createHttpClient } from '../../../renderer/api/client.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder: string;
let running: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-server-'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a program of ours and waits for the line with the link. */
const startProgram = async (...args: string[]) => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  const lines: string[] = [];
  const link = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}`)));
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('Relay Console: ')) resolve(line.slice('Relay Console: '.length));
    });
  });
  return { child, lines, link, origin: new URL(link).origin };
};

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> => {
  const ended = once(child, 'exit');
  child.kill(signal);
  return ended;
};

describe('the server program', () => {
  it('runs from source, prints one link, answers, and ends cleanly', async () => {
    const data = path.join(folder, 'data');
    const { child, lines, link, origin } = await startProgram('electron/server.ts', '--data-dir', data);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
    const session = await signIn(origin, link);
    const { getSession } = createHttpClient(origin, () => session).session;
    expect(await getSession()).toMatchObject({
      door: 'browser',
      user: accountName(),
      dataDirectory: data,
    });
    expect(await end(child, 'SIGTERM')).toEqual([0, null]);
    expect(lines).toHaveLength(1);
  });

  it.each(['en', 'fr', 'de'])('says in one sentence in %s that it cannot use the data folder', (language) => {
    const data = path.join(folder, 'file');
    writeFileSync(data, '');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['electron/server.ts', '--data-dir', data],
      { cwd: root, encoding: 'utf8', env: { ...process.env, LC_ALL: language } },
    );
    expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(data)]);
  });

  it.each(['en', 'fr', 'de'])('says in one sentence in %s that its port is taken', async (language) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const child = spawn(
      process.execPath,
      ['electron/server.ts', '--data-dir', folder, '--port', String(port)],
      { cwd: root, env: { ...process.env, LC_ALL: language } },
    );
    const [output, faults, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit') as Promise<[number]>,
    ]);
    server.close();
    expect({ status, output }).toEqual({ status: 70, output: '' });
    expect(faults.trimEnd().split('\n')).toEqual([expect.stringContaining(`${port} `)]);
  });

  it.each([
    ['electron/server.ts', '--port', 'banana'],
    ['electron/server.ts', '--nonsense', ''],
    ['build/start.js', '--nonsense', ''],
  ])('%s says in one line what is wrong with %s %s', (program, option, value) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, option, value], {
      ...{ cwd: root, encoding: 'utf8' },
    });
    expect({ isDone: status === 0, stdout }).toEqual({ isDone: false, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(option)]);
  });

  it.skipIf(process.platform === 'win32')('keeps its data where nobody else reads it', async () => {
    const data = path.join(folder, 'data');
    const { child } = await startProgram('electron/server.ts', '--data-dir', data);
    await end(child, 'SIGINT');
    expect(statSync(data).mode & 0o077).toBe(0);
  });
});

describe('npm start', () => {
  it('prints exactly one link, and ends with Ctrl+C', async () => {
    const { child, lines } = await startProgram('build/start.js', '--link-only', '--data-dir', folder);
    expect(await end(child, 'SIGINT')).toEqual([0, null]);
    expect(lines.filter((line) => line.includes('http://'))).toHaveLength(1);
  });

  it('says in one line that the Node of the machine is too old', () => {
    const older = `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(older)}`, 'build/start.js', '--link-only'],
      { cwd: root, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('Node.js 24')]);
  });
});
