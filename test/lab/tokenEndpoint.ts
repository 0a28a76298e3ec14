import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Decides on an access token: the name of the user whose mail it opens; undefined: it is none, or not any more. */
export type JudgeToken = (token: string) => Promise<string | undefined> | string | undefined;

/** A server inside this process that Dovecot asks about tokens. */
export type TokenEndpoint = {
  /** Where it is asked (token introspection, RFC 7662). */
  readonly introspectionUrl: string;
  /** How often it was asked. */
  questions(): number;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
};

async function readToken(request: IncomingMessage): Promise<string> {
  return new URLSearchParams(await text(request)).get('token') ?? '';
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startTokenEndpoint(judge: JudgeToken): Promise<TokenEndpoint> {
  let questions = 0;
  const server = createServer((request, response) => {
    questions += 1;
    void readToken(request)
      .then(judge)
      .then((username) => {
        const verdict = username === undefined ? { active: false } : { active: true, username };
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(verdict));
      })
      .catch(() => response.writeHead(500).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    introspectionUrl: `http://127.0.0.1:${port}/introspect`,
    questions: () => questions,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
