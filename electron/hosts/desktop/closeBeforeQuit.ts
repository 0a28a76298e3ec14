import type { App } from 'electron';
import type { Log } from '../log.ts';

/** Lets what the program does by itself come to an end before the program does; once, and whatever goes wrong. */
export const closeBeforeQuit = (
  app: Pick<App, 'on' | 'quit'>,
  close: () => Promise<void>,
  log: Log,
): void => {
  let closing: Promise<void> | null = null;
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    closing ??= close()
      .catch((error: unknown) => log.error('app.notClosed', { error }))
      .then(() => {
        isClosed = true;
        app.quit();
      });
  });
};
