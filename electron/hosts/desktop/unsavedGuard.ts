import type { BrowserWindow } from 'electron';
import type { Log } from '../log.ts';

export type GuardedWindow = Pick<BrowserWindow, 'on' | 'destroy'> & {
  webContents: Pick<BrowserWindow['webContents'], 'on'>;
};

/**
 * A page with unsaved changes refuses to be closed, and Electron then keeps the window without a word. Here the
 * person is asked: `mayDiscard` gives true when the changes may be lost, and the window closes. A page that refuses
 * to be loaded again stays.
 */
export const guardUnsaved = (
  window: GuardedWindow,
  mayDiscard: () => Promise<boolean>,
  log: Pick<Log, 'error'>,
): void => {
  let isClosing = false;
  let isAsking = false;
  const ask = async (): Promise<void> => {
    isAsking = true;
    try {
      if (await mayDiscard()) window.destroy();
    } catch (error) {
      log.error('desktop.questionFailed', { error });
    } finally {
      isAsking = false;
    }
  };
  window.on('close', () => (isClosing = true));
  window.webContents.on('will-prevent-unload', () => {
    if (isClosing && !isAsking) void ask();
    isClosing = false;
  });
};
