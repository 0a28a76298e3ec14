import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';

const sources = ['package.json', '{electron,renderer}/**/*.*', 'build/vite.config.ts'];
const products = [
  'out/renderer/index.html',
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/server/server.js',
  'out/cli/cli.js',
];

const modifiedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** True when something in `out/` is missing or older than a source. `root`: absolute path of the project. */
export const isStale = (root: string): boolean => {
  const oldest = Math.min(...products.map((file) => modifiedAt(path.join(root, file))));
  if (oldest === 0) return true;
  return globSync(sources, { cwd: root }).some((file) => modifiedAt(path.join(root, file)) > oldest);
};

/** Builds what is stale. False when that failed; the build has then said why. */
export const buildWhenStale = (root: string): boolean => {
  if (!isStale(root)) return true;
  process.stdout.write('Building …\n');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return status === 0;
};
