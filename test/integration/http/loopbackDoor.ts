import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
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
  const { port } = new URL(host.origin);
  const page = { origin: host.origin, cookie: `relay-console-${port}=${session}` };
  const json = { 'content-type': 'application/json' };
  return {
    host,
    program,
    session,
    /** What our own page sends with a call. */
    pageHeaders: { ...page, ...json },
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
