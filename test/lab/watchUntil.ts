import { watch } from 'node:fs';

/** What to look for, and how long. */
export type Watch<Found> = {
  /** Folder whose changes trigger another look; its sub-folders are not watched. */
  readonly directory: string;
  /** Looks once; undefined means not there yet. */
  readonly look: () => Found | undefined;
  /** Named in the error when time runs out: "a mail with Subject: x". */
  readonly awaited: string;
  /** Milliseconds to wait at most. */
  readonly timeoutMs: number;
  /** Ends the wait early; its reason becomes the error. */
  readonly signal?: AbortSignal;
};

/**
 * Waits for something to appear in a folder: looks at once, then after every change the kernel reports.
 * @returns what `look` found.
 * @throws Error when the time is over, the signal's reason when aborted, or whatever `look` throws.
 */
export function watchUntil<Found>(request: Watch<Found>): Promise<Found> {
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const lookAgain = (): void => {
    try {
      const found = request.look();
      if (found !== undefined) resolve(found);
    } catch (error) {
      reject(error);
    }
  };
  const onAbort = (): void => {
    reject(request.signal?.reason);
  };
  const watcher = watch(request.directory, lookAgain);
  const timer = setTimeout(() => {
    reject(
      new Error(`Waited ${request.timeoutMs} ms in vain for ${request.awaited} in ${request.directory}.`),
    );
  }, request.timeoutMs);
  request.signal?.addEventListener('abort', onAbort, { once: true });
  watcher.on('error', reject);
  lookAgain();
  return promise.finally(() => {
    clearTimeout(timer);
    watcher.close();
    request.signal?.removeEventListener('abort', onAbort);
  });
}
