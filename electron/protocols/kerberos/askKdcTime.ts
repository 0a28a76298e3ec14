import { randomInt, randomUUID } from 'node:crypto';
import { abortReason } from '../../concurrency/abortReason.ts';
import { askByDatagram } from '../net/askByDatagram.ts';
import { askByStream } from '../net/askByStream.ts';
import { errorCode } from '../net/connectionError.ts';
import { decodeKdcTime, type KdcTime } from './decodeKdcTime.ts';
import { encodeInitialRequest } from './initialRequest.ts';
import { KdcTimeError } from './kdcTimeError.ts';

export type KdcTarget = {
  address: string;
  /** UDP and TCP; 88 unless said. */
  port?: number;
  /** DNS name of the domain whose realm is asked for. */
  domain: string;
};

export type KdcTimeAnswer = KdcTime & { transport: 'UDP' | 'TCP' };

export type KdcTimeOptions = {
  /** How long to wait for an answer by UDP, and then by TCP, in milliseconds. */
  limitMs: number;
};

type Exchange = { address: string; port: number; question: Buffer };

const kerberosPort = 88;
const repeatMs = 400;
/** RFC 4120, 7.2.2: four bytes before a message say how long it is; a controller says no with some hundred bytes. */
const framing = { lengthBytes: 4, longestAnswer: 2 ** 14 } as const;
const nonces = [1, 2 ** 31 - 1] as const;

/** Null: nothing came by UDP, for whatever reason. What came and cannot be read is an answer all the same. */
const askUdp = async (exchange: Exchange, limitMs: number, signal: AbortSignal): Promise<KdcTime | null> => {
  try {
    const limits = { limitMs, repeatMs };
    return (await askByDatagram({ ...exchange, read: decodeKdcTime }, limits, signal)).answer;
  } catch (error) {
    if (signal.aborted || error instanceof KdcTimeError || errorCode(error) === null) throw error;
    return null;
  }
};

const askTcp = async (exchange: Exchange, limitMs: number, signal: AbortSignal): Promise<KdcTime> => {
  const limit = AbortSignal.timeout(limitMs);
  const either = AbortSignal.any([signal, limit]);
  try {
    return decodeKdcTime(await askByStream({ ...exchange, ...framing }, either));
  } catch (error) {
    if (signal.aborted || error instanceof KdcTimeError) throw error;
    const code = limit.aborted ? 'ETIMEDOUT' : errorCode(error);
    if (code === null) throw error;
    throw new KdcTimeError(code === 'EMSGSIZE' ? 'malformed' : 'unanswered', code);
  }
};

/**
 * Asks a key distribution center what time it is, without credentials: for a ticket of a principal that exists nowhere,
 * which it refuses with its time (RFC 4120, 5.9.1), also where it says that the answer is too long for UDP. The question
 * is no sign-in of anybody and counts against no account, so it is repeated when a datagram is lost; TCP is asked where
 * UDP is silent. Throws KdcTimeError, and the reason of the signal.
 */
export const askKdcTime = async (
  { address, port = kerberosPort, domain }: KdcTarget,
  { limitMs }: KdcTimeOptions,
  signal: AbortSignal,
): Promise<KdcTimeAnswer> => {
  const names = { realm: domain.toUpperCase(), client: randomUUID() };
  const question = encodeInitialRequest({ ...names, nonce: randomInt(...nonces) });
  const exchange = { address, port, question };
  try {
    const answer = await askUdp(exchange, limitMs, signal);
    return answer === null
      ? { ...(await askTcp(exchange, limitMs, signal)), transport: 'TCP' }
      : { ...answer, transport: 'UDP' };
  } catch (error) {
    throw signal.aborted ? abortReason(signal) : error;
  }
};
