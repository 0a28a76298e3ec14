import { randomInt } from 'node:crypto';
import { abortReason } from '../net/abortReason.ts';
import { askByDatagram, DatagramTimeout } from '../net/askByDatagram.ts';
import { errorCode } from '../net/connectionError.ts';
import { openSocket } from '../net/openSocket.ts';
import { DnsError } from './dnsError.ts';
import { decodeDnsReply, type DnsQuestion, type DnsReply, encodeDnsQuestion } from './dnsMessage.ts';

export type DnsServer = { address: string; port: number };

const idRange = 2 ** 16;
/** RFC 1035, 4.2.2: two bytes before a message say how long it is. */
const lengthBytes = 2;

const readStream = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length < lengthBytes) continue;
    const end = lengthBytes + bytes.readUInt16BE();
    if (bytes.length >= end) return bytes.subarray(lengthBytes, end);
  }
  throw new DnsError('EBADRESP');
};

/** RFC 7766, 5: a truncated answer is asked for again by TCP. */
const askByStream = async (
  { address, port }: DnsServer,
  question: DnsQuestion,
  signal: AbortSignal,
): Promise<DnsReply> => {
  const socket = await openSocket(address, port, signal);
  const onAbort = (): void => void socket.destroy(abortReason(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const message = encodeDnsQuestion(question);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt16BE(message.length);
    socket.write(Buffer.concat([length, message]));
    const reply = decodeDnsReply(await readStream(socket), question);
    if (reply === null || reply.isTruncated) throw new DnsError('EBADRESP');
    return reply;
  } finally {
    signal.removeEventListener('abort', onAbort);
    socket.destroy();
  }
};

const ask = async (server: DnsServer, question: DnsQuestion, limitMs: number, signal: AbortSignal) => {
  const exchange = {
    ...server,
    question: encodeDnsQuestion(question),
    read: (datagram: Buffer) => decodeDnsReply(datagram, question),
  };
  const { answer } = await askByDatagram(exchange, { limitMs, repeatMs: limitMs / 2 }, signal);
  if (!answer.isTruncated) return answer;
  const limit = AbortSignal.timeout(limitMs);
  return askByStream(server, question, AbortSignal.any([signal, limit])).catch((error: unknown) => {
    throw limit.aborted ? new DnsError('ETIMEOUT') : error;
  });
};

const asDnsError = (error: unknown): unknown => {
  if (error instanceof DnsError) return error;
  if (error instanceof DatagramTimeout) return new DnsError('ETIMEOUT');
  return errorCode(error) === null ? error : new DnsError('ECONNREFUSED');
};

/**
 * Asks one server one question: by UDP, twice within `limitMs` milliseconds, and by TCP what is too long for that. Gives
 * the reply, also a refusal. Throws DnsError (ETIMEOUT, ECONNREFUSED, EBADRESP) and the reason of the signal.
 */
export const askDnsServer = async (
  server: DnsServer,
  question: Omit<DnsQuestion, 'id'>,
  limitMs: number,
  signal: AbortSignal,
): Promise<DnsReply> => {
  try {
    return await ask(server, { ...question, id: randomInt(idRange) }, limitMs, signal);
  } catch (error) {
    throw signal.aborted ? abortReason(signal) : asDnsError(error);
  }
};
