#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

/** Node from which on TypeScript runs as it is. */
const neededMajor = 24;

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const [platform, suffix] = process.platform === 'win32' ? ['win', '.exe'] : [process.platform, ''];
const folders = ['../node_modules', '../..'];
/** Below this project's own packages, or beside it where it is installed as a package itself. */
const node = folders
  .map((folder) => beside(`${folder}/node-${platform}-${process.arch}/bin/node${suffix}`))
  .find(existsSync);

/** The same command under the Node that this project brings along; its end is this one's end. */
const runUnderOwnNode = () => {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  /** The terminal sends Ctrl+C to both; the child decides. */
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => (process.exitCode = code ?? 70));
};

/** `npm run` goes to the folder of the project; the paths that are given count from where it was called. */
const returnToCaller = ({ npm_lifecycle_event: script, INIT_CWD: caller }) => {
  if (script === 'relay-console' && caller) process.chdir(caller);
};

const run = async () => {
  module.enableCompileCache();
  const hasSources = existsSync(beside('../electron/cli.ts'));
  const { runProcess } = await import(hasSources ? '../electron/cli.ts' : '../out/cli/cli.js');
  await runProcess();
};

const refuseOldNode = () => {
  process.stderr.write(`relay-console needs Node ${neededMajor}; this is ${process.version}.\n`);
  process.exitCode = 70;
};

returnToCaller(process.env);
if (Number.parseInt(process.versions.node, 10) >= neededMajor) await run();
else if (node) runUnderOwnNode();
else refuseOldNode();
