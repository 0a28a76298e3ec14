import { portMessage } from '../../electron/contract/desktopPort.ts';

/** Waits for the port that the preload script hands to this page. */
export const receiveDesktopPort = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    addEventListener('message', function receive(event: MessageEvent) {
      const [port] = event.ports;
      if (event.source !== window || event.data !== portMessage || port === undefined) return;
      removeEventListener('message', receive);
      resolve(port);
    });
  });
