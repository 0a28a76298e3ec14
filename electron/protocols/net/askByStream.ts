import { abortReason } from '../../concurrency/abortReason.ts';
import { ConnectionError } from './connectionError.ts';
import { openSocket } from './openSocket.ts';

export type StreamQuestion = {
  address: string;
  port: number;
  question: Buffer;
  /** How many bytes before each message say how long it is, the highest first. */
  lengthBytes: 2 | 4;
  /** Bytes of the longest answer that is read. */
  longestAnswer: number;
};

type Framing = Pick<StreamQuestion, 'lengthBytes' | 'longestAnswer'>;

const framed = (message: Buffer, lengthBytes: number): Buffer => {
  const length = Buffer.alloc(lengthBytes);
  length.writeUIntBE(message.length, 0, lengthBytes);
  return Buffer.concat([length, message]);
};

const readMessage = async (
  stream: AsyncIterable<Buffer>,
  { lengthBytes, longestAnswer }: Framing,
): Promise<Buffer> => {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length < lengthBytes) continue;
    const length = bytes.readUIntBE(0, lengthBytes);
    if (length > longestAnswer) throw new ConnectionError('EMSGSIZE');
    if (bytes.length >= lengthBytes + length) return bytes.subarray(lengthBytes, lengthBytes + length);
  }
  throw new ConnectionError('EOF');
};

/**
 * Sends one message on a TCP connection of its own and gives the one that comes back. Throws ConnectionError (`EOF`:
 * it ended before that; `EMSGSIZE`), an error of the system, and the reason of the signal.
 */
export const askByStream = async (
  { address, port, question, ...framing }: StreamQuestion,
  signal: AbortSignal,
): Promise<Buffer> => {
  const socket = await openSocket(address, port, signal);
  const onAbort = (): void => void socket.destroy(abortReason(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    socket.write(framed(question, framing.lengthBytes));
    return await readMessage(socket, framing);
  } finally {
    signal.removeEventListener('abort', onAbort);
    socket.destroy();
  }
};
