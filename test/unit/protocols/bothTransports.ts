import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type Transport = 'udp' | 'tcp';

/** What is answered to a message; null: nothing. */
export type AnswerMessage = (message: Buffer, transport: Transport) => Buffer | null;

export type BothTransports = AsyncDisposable & { readonly port: number };

/**
 * Starts a server on one port of 127.0.0.1 for UDP and TCP, where so many bytes before each message say how long it is.
 * By TCP it answers once and hangs up, also where it says nothing.
 */
export const startBothTransports = async (
  answer: AnswerMessage,
  lengthBytes: number,
): Promise<BothTransports> => {
  const streams = createServer((socket) =>
    socket.once('data', (bytes) => {
      const reply = answer(Buffer.from(bytes.subarray(lengthBytes)), 'tcp');
      if (reply === null) return void socket.end();
      const length = Buffer.alloc(lengthBytes);
      length.writeUIntBE(reply.length, 0, lengthBytes);
      // In two pieces, as a slow network gives it.
      socket.write(length.subarray(0, 1));
      setImmediate(() => socket.end(Buffer.concat([length.subarray(1), reply])));
    }),
  ).listen(0, '127.0.0.1');
  await once(streams, 'listening');
  const bound = streams.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const datagrams = createSocket('udp4');
  datagrams.on('message', (message, client) => {
    const reply = answer(message, 'udp');
    if (reply !== null) datagrams.send(reply, client.port, client.address);
  });
  datagrams.bind(port, '127.0.0.1');
  await once(datagrams, 'listening');
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      const closed = Promise.all([once(datagrams, 'close'), once(streams, 'close')]);
      datagrams.close();
      streams.close();
      await closed;
    },
  };
};
