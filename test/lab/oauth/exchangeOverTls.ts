import { once } from 'node:events';
import { Agent, request as send } from 'node:https';
import { text } from 'node:stream/consumers';
import type { HttpExchange } from '../../../electron/protocols/net/httpsExchange.ts';

const toText = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '');

/** Sends requests over TLS, trusting one authority. */
export const createExchange = (authorityPem: string): HttpExchange => {
  const agent = new Agent({ ca: authorityPem, keepAlive: false });
  return async ({ method, url, headers, body, signal }) => {
    const request = send(url, { method, headers, agent, signal });
    request.end(body ?? undefined);
    const [response] = (await once(request, 'response')) as [import('node:http').IncomingMessage];
    const fields = Object.entries(response.headers).map(([name, value]) => [name, toText(value)]);
    return {
      status: response.statusCode ?? 0,
      headers: Object.fromEntries(fields) as Record<string, string>,
      body: await text(response),
    };
  };
};
