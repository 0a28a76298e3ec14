import fs from 'node:fs';
import fsPromises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** `short`: a write takes half of what it is given and says so, as a disk does that is nearly full; then ENOSPC. */
export type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'EROFS' | 'short';

type Call = (this: unknown, ...args: unknown[]) => unknown;

let failAt = Number.POSITIVE_INFINITY;
let fault: Fault = 'EIO';
let calls = 0;
let failed: string | null = null;

/** From now on the `at`-th call that changes something fails like this, and every later one that writes too. */
export const failFrom = (at: number, how: Fault): void => {
  [failAt, fault, calls, failed] = [at, how, 0, null];
};

/** Ends the faults; gives the call that failed first, null when fewer calls were made. */
export const endFaults = (): string | null => {
  failAt = Number.POSITIVE_INFINITY;
  return failed;
};

const refusal = (name: string): Error => {
  const code = fault === 'short' ? 'ENOSPC' : fault;
  return Object.assign(new Error(`${code}: injected, ${name}`), { code, errno: -1, syscall: name });
};

const isDue = (name: string): boolean => {
  calls += 1;
  if (calls < failAt) return false;
  failed ??= name;
  return true;
};

const isWriting = (flags: unknown): boolean => typeof flags === 'string' && /[wa+x]/.test(flags);

const wrap = (
  owner: object,
  name: string,
  isCounted: (args: unknown[]) => boolean,
  isPromise: boolean,
): void => {
  const original = Reflect.get(owner, name) as Call;
  const wrapped: Call = function (...args) {
    if (!isCounted(args) || !isDue(name)) return original.apply(this, args);
    if (name === 'writeSync' && fault === 'short' && calls === failAt) {
      const text = String(args[1]);
      return original.call(this, args[0], text.slice(0, Math.floor(text.length / 2)));
    }
    if (isPromise) return Promise.reject(refusal(name));
    throw refusal(name);
  };
  Reflect.set(owner, name, wrapped);
};

const always = (): boolean => true;
const opening = (args: unknown[]): boolean => isWriting(args[1]);

for (const name of ['writeSync', 'fsyncSync', 'renameSync', 'mkdirSync']) wrap(fs, name, always, false);
wrap(fs, 'openSync', opening, false);
for (const name of ['rename', 'mkdir', 'copyFile']) wrap(fsPromises, name, always, true);
wrap(fsPromises, 'open', opening, true);
const handle: FileHandle = await fsPromises.open(import.meta.filename);
const handles = Object.getPrototypeOf(handle) as object;
for (const name of ['writeFile', 'sync']) wrap(handles, name, always, true);
await handle.close();
syncBuiltinESMExports();
