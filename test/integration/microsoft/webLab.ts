import { afterAll, afterEach, beforeAll } from 'vitest';
import { type HttpConnection, openHttpConnection } from '../../../electron/protocols/http/httpConnection.ts';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { openTrusted } from '../../../electron/protocols/tls/openTrusted.ts';
import type { TrustAnchors } from '../../../electron/protocols/tls/trustStore.ts';
import type { ServerTls } from '../../lab/faults/serverTls.ts';
import { createTokenIssuer, type TokenIssuer } from '../../lab/microsoft/accessToken.ts';
import { createLabTls, type LabTls } from '../../lab/web/labTls.ts';

type Closable = { close(): unknown };

/** What the tests of one file share: a certificate, an issuer of tokens, and what has to be closed after each test. */
export type WebLab = {
  readonly tls: ServerTls;
  readonly anchors: TrustAnchors;
  readonly tokens: TokenIssuer;
  /** Gives what was started, and closes it when the test is over. */
  keep<Kept extends Closable>(starting: Promise<Kept>): Promise<Kept>;
  connect(port: number): Promise<HttpConnection>;
};

/** Prepares the tests of a file; to be called outside of them. */
export function prepareWebLab(): WebLab {
  let made: { labTls: LabTls; tls: ServerTls; tokens: TokenIssuer } | null = null;
  const kept: Closable[] = [];
  const lab = () => {
    if (made === null) throw new Error('The lab is there once tests run.');
    return made;
  };
  const keep = async <Kept extends Closable>(starting: Promise<Kept>): Promise<Kept> => {
    const started = await starting;
    kept.push(started);
    return started;
  };
  beforeAll(async () => {
    const labTls = await createLabTls();
    made = { labTls, tls: await labTls.issue(), tokens: await createTokenIssuer() };
  });
  afterEach(async () => {
    for (const one of kept.splice(0).reverse()) await one.close();
  });
  afterAll(() => lab().labTls.remove());
  return {
    get tls() {
      return lab().tls;
    },
    get anchors() {
      return lab().labTls.anchors;
    },
    get tokens() {
      return lab().tokens;
    },
    keep,
    connect: async (port) => {
      const { signal } = new AbortController();
      const plain = await openSocket('127.0.0.1', port, signal);
      const { anchors } = lab().labTls;
      const socket = await openTrusted(plain, { host: 'localhost', anchors, signal });
      return keep(Promise.resolve(openHttpConnection(socket, { host: `localhost:${port}` })));
    },
  };
}

/** A whole message of that sender. */
export const messageOf = (sender: string): Buffer =>
  Buffer.from(`From: Relay <${sender}>\r\nTo: bob@example.test\r\nSubject: Grüße\r\n\r\nHallo\r\n`);
