import { randomInt } from 'node:crypto';
import { abortReason } from '../../concurrency/abortReason.ts';
import { askByDatagram, DatagramTimeout } from '../net/askByDatagram.ts';
import { askByStream } from '../net/askByStream.ts';
import { ConnectionError, errorCode } from '../net/connectionError.ts';
import { DnsError } from './dnsError.ts';
import { decodeDnsReply, type DnsQuestion, type DnsReply, encodeDnsQuestion } from './dnsMessage.ts';

export type DnsServer = { address: string; port: number };

const idRange = 2 ** 16;
/** RFC 1035, 4.2.2: two bytes before a message say how long it is. */
const framing = { lengthBytes: 2, longestAnswer: 2 ** 16 - 1 } as const;

/** RFC 7766, 5: a truncated answer is asked for again by TCP. */
const askAgainByStream = async (
  server: DnsServer,
  question: DnsQuestion,
  signal: AbortSignal,
): Promise<DnsReply> => {
  const exchange = { ...server, question: encodeDnsQuestion(question), ...framing };
  const reply = decodeDnsReply(await askByStream(exchange, signal), question);
  if (reply === null || reply.isTruncated) throw new DnsError('EBADRESP');
  return reply;
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
  return askAgainByStream(server, question, AbortSignal.any([signal, limit])).catch((error: unknown) => {
    throw limit.aborted ? new DnsError('ETIMEOUT') : error;
  });
};

const asDnsError = (error: unknown): unknown => {
  if (error instanceof DnsError) return error;
  if (error instanceof DatagramTimeout) return new DnsError('ETIMEOUT');
  if (error instanceof ConnectionError) return new DnsError('EBADRESP');
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
