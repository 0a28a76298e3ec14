import type { Log } from './log.ts';

/**
 * Errors that nobody waited for are logged. After an exception that was thrown through everything the state of the
 * program is unknown, so it ends; a promise that failed unheard leaves it intact.
 */
export const logUnhandledErrors = (log: Log): void => {
  process.on('unhandledRejection', (error) => log.error('process.unhandledRejection', { error }));
  process.on('uncaughtException', (error) => {
    log.error('process.uncaughtException', { error });
    process.exit(70);
  });
};
