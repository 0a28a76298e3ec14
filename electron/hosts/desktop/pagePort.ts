import type { IpcMain, IpcMainEvent, MessagePortMain, WebContents } from 'electron';
import { portMessage } from '../../contract/desktopPort.ts';
import type { Log } from '../log.ts';
import { isTrustedSender } from './trustedSender.ts';

export type PortContents = Pick<WebContents, 'mainFrame' | 'on'>;

/**
 * Takes the one port that the preload script sends after each page load and gives it to `serve`. A new page load, a
 * navigation, a crash or the end of the window closes the port, and with it every call that still runs.
 */
export const acceptPagePort = (
  ipcMain: Pick<IpcMain, 'on' | 'off'>,
  contents: PortContents,
  serve: (port: MessagePortMain) => void,
  log: Log,
): void => {
  let current: MessagePortMain | undefined;
  const closeCurrent = (): void => {
    current?.close();
    current = undefined;
  };
  const accept = (event: IpcMainEvent): void => {
    const [port, ...others] = event.ports;
    if (!isTrustedSender(event, contents) || port === undefined || others.length > 0) {
      event.ports.forEach((refused) => refused.close());
      log.error('desktop.portRefused', { url: event.senderFrame?.url });
      return;
    }
    closeCurrent();
    current = port;
    serve(port);
  };
  ipcMain.on(portMessage, accept);
  /** Committed navigations of the main frame: a started one may still be refused, and then the page lives on. */
  contents.on('did-navigate', closeCurrent);
  contents.on('render-process-gone', closeCurrent);
  contents.on('destroyed', () => {
    ipcMain.off(portMessage, accept);
    closeCurrent();
  });
};
