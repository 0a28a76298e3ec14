import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { isDamage, toError } from './sqliteError.ts';
import type { SqliteAnswer, SqliteRequest, SqliteResult, SqliteWork } from './sqliteMessages.ts';

/** One database in a thread of its own. Failures: STORAGE_FAILED, BUSY, DATABASE_UNREADABLE; else `SqliteError`. */
export type SqliteThread = {
  ask: (work: SqliteWork) => Promise<SqliteResult>;
  /** The first answer that told that the file is damaged; null: it was whole, as far as it was read. */
  damage: () => Error | null;
  /** Closes the file and ends the thread; what was asked before is answered first. */
  close: () => Promise<void>;
};

/** Beside this file: in the sources with their ending, in a bundle with that of the bundle. */
const workerFile = new URL(`./sqliteWorker${path.extname(import.meta.url)}`, import.meta.url);

/** Starts the thread of the database in `file`. It opens the file, or makes it, with the first work. */
export const startSqliteThread = (file: string): SqliteThread => {
  const worker = new Worker(workerFile, { workerData: file });
  const waiting = new Map<number, PromiseWithResolvers<SqliteResult>>();
  let count = 0;
  let gone: Error | null = null;
  let damage: Error | null = null;
  const end = (error: Error): void => {
    gone = damage ?? error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  const refuse = (asked: PromiseWithResolvers<SqliteResult> | undefined, error: Error): void => {
    if (isDamage(error)) damage ??= error;
    asked?.reject(error);
  };
  worker.on('message', (answer: SqliteAnswer) => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if ('fault' in answer) refuse(asked, toError(answer.fault, file));
    else asked?.resolve(answer.result);
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread of the database has ended')));
  worker.unref();

  const ask = (work: SqliteWork): Promise<SqliteResult> => {
    if (gone) return Promise.reject(gone);
    const asked = Promise.withResolvers<SqliteResult>();
    const request: SqliteRequest = { number: (count += 1), ...work };
    waiting.set(request.number, asked);
    /** A thread holds the program open only while somebody waits for it. */
    worker.ref();
    worker.postMessage(request);
    return asked.promise;
  };
  return {
    ask,
    damage: () => damage,
    close: async () => {
      await ask({ kind: 'close' });
    },
  };
};
