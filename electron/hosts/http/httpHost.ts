import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnyRouter } from '@orpc/server';
import { programVersion } from '../../programVersion.ts';
import type { CallContext } from '../callContext.ts';
import type { Log } from '../log.ts';
import type { PageFiles } from '../pages/pageFiles.ts';
import { createApiDescription } from './apiDescription.ts';
import { createApiRoute } from './apiRoute.ts';
import { createIdleWatch } from './idleWatch.ts';
import { createRpcRoute } from './rpcRoute.ts';
import { createRequestHandler } from './requestHandler.ts';
import { createSessions } from './sessions.ts';

export type HttpHostLimits = {
  bodyLimitBytes: number;
  /** Time to send all headers, in ms. */
  headersTimeoutMs: number;
  /** Time to send the whole request, in ms. */
  requestTimeoutMs: number;
  /** After so long without a call from somebody who is signed in the door closes, in ms. A start link lives no longer. */
  idleMs: number;
};

export const defaultLimits: HttpHostLimits = {
  bodyLimitBytes: 1024 * 1024,
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 15_000,
  idleMs: 30 * 60_000,
};

export type HttpHostOptions = {
  router: AnyRouter;
  pages: PageFiles;
  context: CallContext;
  log: Log;
  /** 0: any free port. */
  port: number;
  limits?: Partial<HttpHostLimits>;
  /** May anybody call `/api` with name and password (U26); absent: nobody. */
  mayUseBasic?: () => Promise<boolean>;
};

export type HttpHost = {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** Makes a link that opens the console once. */
  createStartLink(): string;
  /** Ends running calls and connections. */
  close(): Promise<void>;
  /** Settles when the door has closed, whoever closed it. */
  closed: Promise<void>;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const createLoopbackServer = (limits: HttpHostLimits): Server =>
  createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    /** How often Node looks for requests that take too long; it answers them with 408 and closes. */
    connectionsCheckingInterval: Math.min(1_000, limits.requestTimeoutMs),
    keepAliveTimeout: 60_000,
  });

/** What a handler could not answer is logged; the connection ends, because half an answer may be out. */
const answerWith =
  (handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>, log: Log) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      if (!request.destroyed || request.complete) log.error('http.answerFailed', { error });
      response.destroy();
    });
  };

/** Opens the loopback door: pages and calls for browsers and programs of this machine (DESIGN decision 10). */
export const openHttpHost = async (options: HttpHostOptions): Promise<HttpHost> => {
  const limits = { ...defaultLimits, ...options.limits };
  const server = createLoopbackServer(limits);
  const port = await listen(server, options.port);
  const sessions = createSessions(limits.idleMs);
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const close = (): Promise<void> => {
    idle.stop();
    server.close();
    server.closeAllConnections();
    return closed;
  };
  const idle = createIdleWatch(limits.idleMs, () => void close());
  const origin = `http://127.0.0.1:${port}`;
  const mayUseBasic = options.mayUseBasic ?? (async () => false);
  const handle = createRequestHandler({
    ...options,
    ...limits,
    ...{ port, sessions, idle, mayUseBasic },
    rpc: createRpcRoute(options.router, options.log),
    api: createApiRoute({ router: options.router, log: options.log, mayUseBasic }),
    describeApi: () => createApiDescription(port, programVersion),
  });
  const answer = answerWith(handle, options.log);
  /** An expectation that Node does not know may be left unmet (RFC 9110 10.1.1): it passes the guard like all else. */
  server.on('request', answer).on('checkExpectation', answer);
  return { origin, createStartLink: () => `${origin}/#${sessions.createStartToken()}`, close, closed };
};
