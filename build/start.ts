import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openAppWindow } from './start/appWindow.ts';
import { findBrowser } from './start/browsers.ts';
import { buildWhenStale } from './start/buildWhenStale.ts';
import { runDesktop } from './start/desktop.ts';
import { provideElectron } from './start/electronRuntime.ts';
import { whyNoWindow } from './start/screen.ts';

/**
 * `npm start [-- --data-dir FOLDER] [-- --link-only] [-- --port NUMBER] [-- --idle-minutes NUMBER]`: builds what is
 * stale and opens the console: the desktop program where its runtime is or can be had, else the same console on
 * loopback (to which the last two belong), in a browser where one is found.
 */
const root = path.resolve(import.meta.dirname, '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const options = {
  'data-dir': { type: 'string' },
  'link-only': { type: 'boolean', default: false },
  port: { type: 'string', default: '0' },
  'idle-minutes': { type: 'string', default: '30' },
} as const;

const readOptions = () => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
};

const values = readOptions();
const dataDirectory = values['data-dir'] && path.resolve(values['data-dir']);

const openLoopback = async (browser: string | undefined): Promise<void> => {
  enableCompileCache(path.join(root, 'out/compile-cache'));
  const built = pathToFileURL(path.join(root, 'out/server/server.js')).href;
  const { openServer } = (await import(built)) as typeof import('../electron/server.ts');
  const host = await openServer([
    ...(dataDirectory ? ['--data-dir', dataDirectory] : []),
    ...['--port', values.port, '--idle-minutes', values['idle-minutes']],
  ]);
  if (host === null) return;
  const end = (): void => void host.close();
  process.once('SIGINT', end).once('SIGTERM', end);
  say(`Relay Console: ${host.createStartLink()}`);
  const closeWindow = browser ? openAppWindow(browser, host.createStartLink()) : () => undefined;
  await host.closed;
  closeWindow();
};

/** Opens the desktop program; gives the reason when that cannot be. */
const openDesktop = async (): Promise<string | null> => {
  const electron = await provideElectron(root);
  if (!electron) return 'The Electron runtime is not here and could not be downloaded';
  const end = await runDesktop(electron, root, dataDirectory);
  if (end === 'refused') process.exitCode = 70;
  return end === 'notStarted' ? 'The Electron runtime does not run' : null;
};

const start = async (): Promise<void> => {
  if (!buildWhenStale(root)) {
    process.exitCode = 1;
    return;
  }
  if (values['link-only']) return openLoopback(undefined);
  const { platform, env: environment } = process;
  const noWindow = whyNoWindow({ platform, environment, userId: process.getuid?.() });
  if (noWindow) {
    say(`No window can be opened here (${noWindow}): open the link in a browser on this machine.`);
    return openLoopback(undefined);
  }
  const noDesktop = await openDesktop();
  if (noDesktop === null) return;
  const browser = findBrowser();
  say(`${noDesktop}: ${browser ? 'the console opens in the browser' : 'open the link in a browser'}.`);
  return openLoopback(browser);
};

await start();
