import { createHttpClient, createPortClient, type Client } from './client.ts';
import { receiveDesktopPort } from './desktopPort.ts';
import { restartOnNewLink, startSession } from './startSession.ts';

const signOfLifeMs = 60_000;

const connectBrowser = async (): Promise<Client> => {
  restartOnNewLink();
  await startSession();
  return createHttpClient(location.origin);
};

/**
 * Connects this page with its program, through the door by which it was opened. Call it before anything else waits:
 * the desktop program hands over its port as soon as the page has been read.
 */
export const connect = async (): Promise<Client> =>
  location.protocol === 'app:' ? createPortClient(await receiveDesktopPort()) : connectBrowser();

/**
 * Tells the program once a minute that this page is open, so that it does not close as idle, and tells
 * `onChange` when it stops or starts answering. Gives the function that ends this.
 */
export const watchProgram = (client: Client, onChange: (answers: boolean) => void): (() => void) => {
  let answered = true;
  const report = (answers: boolean): void => {
    if (answers !== answered) onChange(answers);
    answered = answers;
  };
  const ask = () =>
    client.session.getSession().then(
      () => report(true),
      () => report(false),
    );
  const timer = setInterval(() => void ask(), signOfLifeMs);
  return () => clearInterval(timer);
};
