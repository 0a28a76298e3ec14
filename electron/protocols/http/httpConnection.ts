import { Agent, type IncomingMessage, request as startRequest } from 'node:http';
import type { Socket } from 'node:net';
import { ConnectionError } from '../net/connectionError.ts';
import { toHttpError } from './httpError.ts';

export type HttpMethod = 'GET' | 'POST';

export type HttpRequest = {
  method: HttpMethod;
  /** With the query, as RFC 9112, 3.2.1 has it: `/v1.0/me/sendMail`. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer | null;
  /**
   * Statuses that tell all there is to know: what comes behind their head is not waited for, whatever becomes of it, and
   * the connection is closed.
   */
  decidedByHead?: readonly number[];
};

/** Fields by their names in small letters, each with all of its lines in their order. */
export type HttpHeaders = Readonly<Record<string, readonly string[]>>;

export type HttpAnswer = { status: number; headers: HttpHeaders; body: Buffer };

/** One connection that is spoken to in HTTP/1.1, one request at a time. */
export type HttpConnection = {
  /**
   * Sends a request and waits for its whole answer, whatever its status, or for its head alone where that decides; no
   * redirect is followed. Throws ConnectionError (EOF: ended before the answer was whole; EPROTO: no HTTP/1.1; EMSGSIZE:
   * longer than any honest answer) or the socket's error; then the connection is closed.
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** False: it takes no more requests, as after an answer behind which the server closes (RFC 9112, 9.6). */
  isOpen(): boolean;
  /** Closes the connection at once. */
  close(): void;
};

export type HttpConnectionOptions = {
  /** What the field Host says (RFC 9110, 7.2): a port stands behind the name where it is not the scheme's own. */
  host: string;
  /** Bytes of the longest body that is read. */
  longestBody?: number;
};

/** Far more than the answers that are read here have. */
const longestHeader = 16_384;
const defaultLongestBody = 1_048_576;

const readBody = async (answer: IncomingMessage, longestBody: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) throw new ConnectionError('EMSGSIZE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const toHeaders = ({ headersDistinct }: IncomingMessage): HttpHeaders =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, values ?? []]));

const headOf = (answer: IncomingMessage): Omit<HttpAnswer, 'body'> => ({
  status: answer.statusCode ?? 0,
  headers: toHeaders(answer),
});

const readAnswer = async (answer: IncomingMessage, longestBody: number): Promise<HttpAnswer> => ({
  ...headOf(answer),
  body: await readBody(answer, longestBody),
});

/** An agent that has this one socket, once: when it is gone, no other takes its place. */
const agentOf = (socket: Socket): Agent => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let isGiven = false;
  agent.createConnection = (_options, onCreated) => {
    if (isGiven || socket.destroyed) {
      queueMicrotask(() => onCreated?.(socket.errored ?? new ConnectionError('EOF'), socket));
      return undefined;
    }
    isGiven = true;
    return socket;
  };
  return agent;
};

/**
 * Speaks HTTP/1.1 (RFC 9112) over one socket that is connected, and secured where that is wanted. It stays open between
 * requests, as sign-ins of several legs need. Whoever destroys the socket with a reason ends the request with it.
 */
export const openHttpConnection = (
  socket: Socket,
  { host, longestBody = defaultLongestBody }: HttpConnectionOptions,
): HttpConnection => {
  const agent = agentOf(socket);
  const close = (): void => {
    agent.destroy();
    socket.destroy();
  };

  const answerTo = (request: HttpRequest): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const { method, path, headers, body, decidedByHead = [] } = request;
      const length = { 'content-length': String(Buffer.byteLength(body ?? '')) };
      const sent = startRequest({
        ...{ agent, method, path, maxHeaderSize: longestHeader, setHost: false },
        headers: { host, 'accept-encoding': 'identity', ...(method === 'POST' ? length : {}), ...headers },
      });
      // What is wrong with a body is told by the request; the answer then only says that it has ended.
      sent.on('error', reject);
      sent.on('response', (answer) => {
        const head = headOf(answer);
        if (!decidedByHead.includes(head.status))
          return void readAnswer(answer, longestBody).then(resolve, reject);
        // At once: what is wrong with the body may have come with the head.
        resolve({ ...head, body: Buffer.alloc(0) });
        close();
      });
      // Nobody asked for another protocol; without this, Node would end in silence.
      sent.on('upgrade', () => reject(new ConnectionError('EPROTO')));
      sent.end(body ?? undefined);
    });

  return {
    request: async (request) => {
      try {
        return await answerTo(request);
      } catch (error) {
        const failure = socket.errored ?? error;
        close();
        throw toHttpError(failure);
      }
    },
    isOpen: () => socket.writable && !socket.readableEnded,
    close,
  };
};
