import { connect, type Socket } from 'node:net';
import { abortReason } from '../../concurrency/abortReason.ts';

/** Opens one TCP connection. Aborting the signal closes it; then the promise rejects with the signal's reason. */
export const openSocket = (address: string, port: number, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true, autoSelectFamily: false });
    const settle = () => {
      signal.removeEventListener('abort', onAbort);
      socket.off('connect', onConnect).off('error', onError);
    };
    const onConnect = () => {
      settle();
      // Who reads next asks `errored`; an error in between must not end the program.
      socket.on('error', () => undefined);
      resolve(socket);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    const onAbort = () => {
      socket.on('error', () => socket.destroy()).destroy();
      onError(abortReason(signal));
    };
    socket.on('connect', onConnect).on('error', onError);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
