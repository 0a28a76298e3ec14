import { createHttpClient, createPortClient, type Client } from './client.ts';
import { receiveDesktopPort } from './desktopPort.ts';
import { beginSession, restartOnNewLink, sessionHeaders, startSession } from './startSession.ts';

const connectBrowser = async (): Promise<Client> => {
  restartOnNewLink();
  await startSession();
  return createHttpClient(location.origin, sessionHeaders, beginSession);
};

/**
 * Connects this page with its program, through the door by which it was opened. Call it before anything else waits:
 * the desktop program hands over its port as soon as the page has been read.
 */
export const connect = async (): Promise<Client> =>
  location.protocol === 'app:' ? createPortClient(await receiveDesktopPort()) : connectBrowser();
