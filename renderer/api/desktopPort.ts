import { portMessage } from '../../electron/contract/desktopPort.ts';
import { CallError } from './callError.ts';

const patienceMs = 15_000;

/**
 * Waits for the port that the preload script hands to this page, for `limitMs` milliseconds at most: a program that
 * refuses the page says nothing. Throws CallError UNREACHABLE.
 */
export const receiveDesktopPort = (page: EventTarget = window, limitMs = patienceMs): Promise<MessagePort> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      page.removeEventListener('message', receive);
    };
    const receive = (event: Event): void => {
      const { source, data, ports } = event as MessageEvent<unknown>;
      const [port] = ports;
      if (source !== page || data !== portMessage || port === undefined) return;
      end();
      resolve(port);
    };
    const timer = setTimeout(() => {
      end();
      reject(new CallError({ code: 'UNREACHABLE', data: undefined }));
    }, limitMs);
    page.addEventListener('message', receive);
  });
