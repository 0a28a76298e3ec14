import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runBounded } from './boundedRun.ts';

const downloadLimitMs = 60_000;
const dayMs = 24 * 60 * 60_000;

/** Absolute path of the Electron program, or null when it is not on this machine. */
export const findElectron = (root: string, environment: NodeJS.ProcessEnv = process.env): string | null => {
  const packageFolder = path.join(root, 'node_modules/electron');
  const nameFile = path.join(packageFolder, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : 'electron';
  const program = path.join(
    environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageFolder, 'dist'),
    name,
  );
  return existsSync(program) ? program : null;
};

const failedLately = (note: string): boolean =>
  Date.now() - (statSync(note, { throwIfNoEntry: false })?.mtimeMs ?? 0) < dayMs;

/** Who may not write to the folder of the program can still start it. */
const noteFailure = (note: string): void => {
  try {
    writeFileSync(note, `${new Date().toISOString()}\n`);
  } catch (error) {
    process.stdout.write(`The next start tries the download again: ${String(error)}\n`);
  }
};

/**
 * Finds Electron, or downloads it within a minute with its package's own installer. A download that failed is noted
 * in `out/` and not tried again for a day, so that a closed network does not slow every start.
 */
export const provideElectron = async (root: string): Promise<string | null> => {
  const found = findElectron(root);
  const installer = path.join(root, 'node_modules/electron/install.js');
  const note = path.join(root, 'out/electron-download-failed');
  if (found || !existsSync(installer) || failedLately(note)) return found;
  process.stdout.write('Downloading the Electron runtime (one minute at most) …\n');
  const installed = (await runBounded(process.execPath, [installer], downloadLimitMs)) && findElectron(root);
  if (installed) rmSync(note, { force: true });
  else noteFailure(note);
  return installed || null;
};
