import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { permissions } from '../../../electron/contract/permissions.ts';
import { type HttpHostLimits, openHttpHost } from '../../../electron/hosts/http/httpHost.ts';
import { examplePages, signIn } from '../../contract/doors.ts';
import { createExampleProgram } from '../../contract/exampleProgram.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Asking = { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string };

/** Sends exactly these headers, as no browser and no `fetch` would let one do. */
export const ask = (origin: string, { method = 'GET', path = '/', headers = {}, body }: Asking) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** Sends raw text and gives everything that comes back until the other side closes. */
export const exchange = (origin: string, ...parts: string[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => (received += text));
    socket.on('error', () => undefined).on('close', () => resolve(received));
    for (const part of parts) socket.write(part);
  });

/** Opens the loopback door on the example program, signed in. */
export const openLoopbackDoor = async (limits: Partial<HttpHostLimits> = {}) => {
  const program = createExampleProgram();
  const { pages, remove } = examplePages();
  const host = await openHttpHost({
    router: program.router,
    log: program.log,
    pages,
    context: { user: 'administrator', door: 'browser', permissions: new Set(permissions) },
    port: 0,
    limits,
  });
  const session = await signIn(host.origin, host.createStartLink());
  const json = { 'content-type': 'application/json' };
  return {
    host,
    program,
    /** Both halves of a session, as headers. */
    session,
    /** What our own page sends with a call. */
    pageHeaders: { origin: host.origin, ...session, ...json },
    ask: (asking: Asking) => ask(host.origin, asking),
    call: (headers: OutgoingHttpHeaders, body = '{}', path = '/rpc/mail/listPresets') =>
      ask(host.origin, { method: 'POST', path, headers, body }),
    close: async () => {
      await host.close();
      remove();
    },
  };
};

export type LoopbackDoor = Awaited<ReturnType<typeof openLoopbackDoor>>;
