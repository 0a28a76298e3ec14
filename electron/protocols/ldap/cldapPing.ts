import { randomInt } from 'node:crypto';
import { errorCode } from '../net/connectionError.ts';
import { askByDatagram, DatagramTimeout } from '../net/askByDatagram.ts';
import { encodePing, readPingAnswer } from './cldapMessage.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import { NetlogonError } from './netlogonReader.ts';
import {
  decodeNetlogonResponse,
  type NetlogonResponse,
  type OlderNetlogonResponse,
} from './netlogonResponse.ts';

export type PingTarget = {
  /** Address of the controller. */
  address: string;
  /** UDP; 389 unless said. */
  port?: number;
  /** DNS name of the domain that it is asked for. */
  domain: string;
  /** Name of this machine, which the controller may log. */
  client: string;
};

export type PingAnswer = {
  response: NetlogonResponse | OlderNetlogonResponse;
  ms: number;
  /** Datagrams that were sent until one was answered. */
  sent: number;
};

export type PingErrorCode =
  /** Nothing came back: UDP 389 is filtered, or nobody is there. */
  | 'timedOut'
  /** The host is there, and nothing listens. */
  | 'refused'
  /** No way there. */
  | 'unreachable'
  /** It answered, but it is no controller of this domain: no Netlogon in the answer (MS-ADTS 6.3.3.3). */
  | 'otherDomain'
  /** It answered with what is not LDAP or not Netlogon. */
  | 'malformed';

export class PingError extends Error {
  override readonly name = 'PingError';
  readonly code: PingErrorCode;
  /** The code of the system (`ECONNREFUSED` …); empty where there is none. */
  readonly words: string;

  constructor(code: PingErrorCode, words = '') {
    super(code);
    this.code = code;
    this.words = words;
  }
}

export type PingOptions = {
  /** How long to wait for an answer in all, in milliseconds; the question is repeated in that time. */
  limitMs: number;
};

const ldapPort = 389;
const repeatMs = 400;
/** RFC 4511, 4.1.1.1: a message id is a positive number of 31 bits; by chance, so that nobody else can answer. */
const messageIds = [1, 2 ** 31 - 1] as const;

/** The answer in a datagram; null: it is none to this question. */
const understand = (datagram: Buffer, messageId: number): PingAnswer['response'] | null => {
  const value = readPingAnswer(datagram, messageId);
  if (value === null) throw new PingError('otherDomain');
  return value === undefined ? null : decodeNetlogonResponse(value);
};

const refusals = new Set(['ECONNREFUSED', 'ECONNRESET']);

const asPingError = (error: unknown): unknown => {
  if (error instanceof PingError) return error;
  if (error instanceof DatagramTimeout) return new PingError('timedOut');
  if (error instanceof LdapProtocolError || error instanceof NetlogonError) return new PingError('malformed');
  const code = errorCode(error);
  if (code === null) return error;
  return new PingError(refusals.has(code) ? 'refused' : 'unreachable', code);
};

/**
 * Asks a controller by CLDAP who it is and in which site this machine lies (MS-ADTS 6.3.3). The question is no sign-in,
 * so it is repeated when a datagram is lost. Throws PingError, and the reason of the signal.
 */
export const cldapPing = async (
  { address, port = ldapPort, domain, client }: PingTarget,
  { limitMs }: PingOptions,
  signal: AbortSignal,
): Promise<PingAnswer> => {
  const started = performance.now();
  const messageId = randomInt(...messageIds);
  const question = encodePing({ messageId, domain, client });
  const read = (datagram: Buffer) => understand(datagram, messageId);
  try {
    const limits = { limitMs, repeatMs };
    const { answer, sent } = await askByDatagram({ address, port, question, read }, limits, signal);
    return { response: answer, ms: Math.round(performance.now() - started), sent };
  } catch (error) {
    throw signal.aborted ? error : asPingError(error);
  }
};
