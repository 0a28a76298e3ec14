import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBounded } from '../../../build/start/boundedRun.ts';
import { findBrowser } from '../../../build/start/browsers.ts';
import { isStale } from '../../../build/start/buildWhenStale.ts';
import { runDesktop } from '../../../build/start/desktop.ts';
import { findElectron, provideElectron } from '../../../build/start/electronRuntime.ts';
import { whyNoWindow } from '../../../build/start/screen.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'relay-console-start-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, modifiedAtSeconds = 1_000): string => {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, modifiedAtSeconds, modifiedAtSeconds);
  return file;
};

describe('a build is stale', () => {
  const built = [
    'renderer/index.html',
    'main/main.js',
    'preload/preload.cjs',
    'server/server.js',
    'cli/cli.js',
  ];
  const build = (at: number) => built.forEach((name) => write(`out/${name}`, at));

  it('when there is none, or a part of it is missing', () => {
    expect(isStale(root)).toBe(true);
    build(1_000);
    expect(isStale(root)).toBe(false);
    rmSync(path.join(root, 'out/server/server.js'));
    expect(isStale(root)).toBe(true);
  });

  it('when a source is newer than its oldest part', () => {
    build(2_000);
    write('electron/services/mail/proof.ts', 1_000);
    expect(isStale(root)).toBe(false);
    write('renderer/areas/mail/ProofPanel.tsx', 3_000);
    expect(isStale(root)).toBe(true);
  });

  it('not when only a test or a guide is newer', () => {
    build(2_000);
    write('test/unit/some.test.ts', 3_000);
    write('README.md', 3_000);
    expect(isStale(root)).toBe(false);
  });
});

describe('the Electron runtime', () => {
  it('is where its package says', () => {
    expect(findElectron(root, {})).toBeNull();
    const program = write('node_modules/electron/dist/electron.exe');
    expect(findElectron(root, {})).toBeNull();
    writeFileSync(write('node_modules/electron/path.txt'), 'electron.exe');
    expect(findElectron(root, {})).toBe(program);
  });

  it('is where ELECTRON_OVERRIDE_DIST_PATH says', () => {
    const program = write('elsewhere/electron');
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'elsewhere') };
    expect(findElectron(root, environment)).toBe(program);
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: root })).toBeNull();
  });
});

describe('a download of the Electron runtime that fails', () => {
  beforeEach(() => {
    writeFileSync(
      write('node_modules/electron/install.js'),
      "require('node:fs').appendFileSync(__dirname + '/tries', '1'); process.exit(1)",
    );
  });
  const tries = (): string => readFileSync(path.join(root, 'node_modules/electron/tries'), 'utf8');

  it('is not tried again for a day', async () => {
    mkdirSync(path.join(root, 'out'));
    expect(await provideElectron(root)).toBeNull();
    expect(await provideElectron(root)).toBeNull();
    expect(tries()).toBe('1');
  });

  it('does not keep anybody from starting who may not write to the folder of the program', async () => {
    expect(await provideElectron(root)).toBeNull();
    expect(await provideElectron(root)).toBeNull();
    expect(tries()).toBe('11');
  });
});

describe('a browser', () => {
  const among =
    (...files: string[]) =>
    (file: string) =>
      files.includes(file);

  it('is Edge before Chrome on Windows', () => {
    const environment = { ProgramFiles: 'C:\\P', 'ProgramFiles(x86)': 'C:\\P86', LOCALAPPDATA: 'C:\\L' };
    const edge = 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe';
    const chrome = 'C:\\L\\Google\\Chrome\\Application\\chrome.exe';
    expect(findBrowser('win32', environment, among(chrome, edge))).toBe(edge);
    expect(findBrowser('win32', environment, among(chrome))).toBe(chrome);
    expect(findBrowser('win32', environment, among())).toBeUndefined();
  });

  it('is looked for in the search path on Linux, in absolute folders only', () => {
    const environment = { PATH: 'bin:/usr/local/bin:/usr/bin' };
    expect(findBrowser('linux', environment, among('/usr/bin/chromium'))).toBe('/usr/bin/chromium');
    expect(findBrowser('linux', environment, among('bin/chromium', 'chromium'))).toBeUndefined();
    expect(findBrowser('linux', {}, among('/usr/bin/chromium'))).toBeUndefined();
  });
});

describe('a window', () => {
  it.each([
    ['win32', {}, undefined, true],
    ['darwin', {}, 501, true],
    ['linux', { DISPLAY: ':0' }, 1_000, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1_000, true],
    ['linux', {}, 1_000, false],
    ['linux', { DISPLAY: ':0' }, 0, false],
  ] as const)('can be opened on %s with %o as user %s: %s', (platform, environment, userId, can) => {
    expect(whyNoWindow({ platform, environment, userId }) === null).toBe(can);
  });
});

describe.skipIf(process.platform === 'win32')('a program that may take too long', () => {
  it('is let go when it ends', async () => {
    expect(await runBounded(process.execPath, ['-e', ''], 20_000)).toBe(true);
    expect(await runBounded(process.execPath, ['-e', 'process.exit(3)'], 20_000)).toBe(false);
  });

  it('is ended with its children', async () => {
    const script = path.join(root, 'parent.sh');
    writeFileSync(script, '#!/bin/sh\nsleep 300 &\nsleep 300\n');
    chmodSync(script, 0o700);
    expect(await runBounded(script, [], 300)).toBe(false);
  });

  /** A program that says through its socket that it runs, and by the end of it that it does not. */
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'is ended when the starting program gets %s, which ends too',
    async (signal) => {
      const server = createServer().listen(path.join(root, 'alive'));
      const alive = once(server, 'connection') as Promise<[Socket]>;
      const inner = `require('node:net').connect(${JSON.stringify(path.join(root, 'alive'))}); setInterval(() => 0, 1000)`;
      const module = path.resolve('build/start/boundedRun.ts');
      const outer = `const { runBounded } = await import(${JSON.stringify(module)});
      await runBounded(process.execPath, ['-e', ${JSON.stringify(inner)}], 20_000);
      setInterval(() => 0, 1000);`;
      const program = spawn(process.execPath, ['--input-type=module', '-e', outer]);
      const ended = once(program, 'exit');
      const [socket] = await alive;
      const gone = once(
        socket.resume().on('error', () => undefined),
        'close',
      );
      program.kill(signal);
      await gone;
      expect(await ended).toEqual([null, signal]);
      server.close();
    },
  );
});

describe.skipIf(process.platform === 'win32')('the desktop program', () => {
  const desktop = (program: string): string => {
    const file = write('electron');
    writeFileSync(file, `#!/bin/sh\n${program}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  it.each([
    ['closed', 'exit 0'],
    ['refused', 'exit 70'],
    ['notStarted', 'exit 1'],
    ['notStarted', 'kill -TRAP $$'],
  ])('is %s after %s', async (end, program) => {
    expect(await runDesktop(desktop(program), root, undefined)).toBe(end);
  });

  it.each([
    ['closed', 'exit 0'],
    ['refused', 'exit 70'],
    ['closed', 'exit 1'],
    ['notStarted', 'kill -TRAP $$'],
  ])('is %s after %s when it had run long', async (end, program) => {
    expect(await runDesktop(desktop(program), root, undefined, -1)).toBe(end);
  });

  it('is closed when the starting program is told to end, which ends it too', async () => {
    const module = path.resolve('build/start/desktop.ts');
    const names = [desktop('echo up >&2; exec sleep 300'), root].map((name) => JSON.stringify(name)).join();
    const outer = `const { runDesktop } = await import(${JSON.stringify(module)});
      console.log(await runDesktop(${names}));`;
    const program = spawn(process.execPath, ['--input-type=module', '-e', outer]);
    await once(program.stderr, 'data');
    const said = once(program.stdout, 'data');
    program.kill('SIGTERM');
    expect(String(await said)).toBe('closed\n');
  });

  it('is not started when it is not there', async () => {
    expect(await runDesktop(path.join(root, 'missing'), root, undefined)).toBe('notStarted');
  });
});
