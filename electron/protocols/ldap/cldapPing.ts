import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { abortReason } from '../net/abortReason.ts';
import { errorCode } from '../net/connectionError.ts';
import { encodePing, readPingAnswer } from './cldapMessage.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import {
  decodeNetlogonResponse,
  type NetlogonResponse,
  type OlderNetlogonResponse,
} from './netlogonResponse.ts';
import { NetlogonError } from './netlogonReader.ts';

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

type PingResponse = PingAnswer['response'];

/** After these times without an answer the datagram is sent again, each time after twice as long. */
const firstRepeatMs = 400;
const ldapPort = 389;
/** RFC 4511, 4.1.1.1: a message id is a positive number of 31 bits; by chance, so that nobody else can answer. */
const messageIds = [1, 2 ** 31 - 1] as const;

const refusals = new Set(['ECONNREFUSED', 'ECONNRESET']);

const fromSystem = (error: Error): Error => {
  const code = errorCode(error);
  if (code === null) return error;
  return new PingError(refusals.has(code) ? 'refused' : 'unreachable', code);
};

/** The answer in a datagram; null: it is none to this question. Throws PingError. */
const understand = (datagram: Buffer, messageId: number): PingResponse | null => {
  try {
    const value = readPingAnswer(datagram, messageId);
    if (value === null) throw new PingError('otherDomain');
    return value === undefined ? null : decodeNetlogonResponse(value);
  } catch (error) {
    if (error instanceof LdapProtocolError || error instanceof NetlogonError)
      throw new PingError('malformed');
    throw error;
  }
};

/** One question on a socket of its own, asked again until it is answered or its time is over. */
class Ping {
  readonly #target: PingTarget;
  readonly #socket: Socket;
  readonly #messageId = randomInt(...messageIds);
  readonly #started = performance.now();
  readonly #result = Promise.withResolvers<PingAnswer>();
  #sent = 0;
  #repeat: NodeJS.Timeout | undefined;

  constructor(target: PingTarget) {
    this.#target = target;
    this.#socket = createSocket(isIPv6(target.address) ? 'udp6' : 'udp4');
  }

  async run(limitMs: number, signal: AbortSignal): Promise<PingAnswer> {
    const onAbort = (): void => this.#result.reject(abortReason(signal));
    const limit = setTimeout(() => this.#result.reject(new PingError('timedOut')), limitMs);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    try {
      this.#begin();
      return await this.#result.promise;
    } finally {
      signal.removeEventListener('abort', onAbort);
      clearTimeout(limit);
      clearTimeout(this.#repeat);
      this.#socket.close();
    }
  }

  /** A connected socket is given what comes from its peer alone, and learns that nothing listens there. */
  #begin(): void {
    const { address, port = ldapPort } = this.#target;
    this.#socket
      .on('error', (error) => this.#result.reject(fromSystem(error)))
      .on('message', (datagram) => this.#take(datagram))
      .on('connect', () => this.#send(firstRepeatMs));
    this.#socket.connect(port, address);
  }

  #send(repeatMs: number): void {
    this.#sent += 1;
    this.#socket.send(encodePing({ messageId: this.#messageId, ...this.#target }));
    this.#repeat = setTimeout(() => this.#send(repeatMs * 2), repeatMs);
  }

  #take(datagram: Buffer): void {
    try {
      const response = understand(datagram, this.#messageId);
      const ms = Math.round(performance.now() - this.#started);
      if (response !== null) this.#result.resolve({ response, ms, sent: this.#sent });
    } catch (error) {
      this.#result.reject(error);
    }
  }
}

/**
 * Asks a controller by CLDAP who it is and in which site this machine lies (MS-ADTS 6.3.3). The question is no sign-in,
 * so it is repeated when a datagram is lost. Throws PingError, and the reason of the signal.
 */
export const cldapPing = (
  target: PingTarget,
  { limitMs }: PingOptions,
  signal: AbortSignal,
): Promise<PingAnswer> => new Ping(target).run(limitMs, signal);
