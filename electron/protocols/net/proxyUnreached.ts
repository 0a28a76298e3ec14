import { errorCode } from './connectionError.ts';
import type { ProxyServer } from './proxyTunnel.ts';

/** The way to a server ended at the proxy: it was not reached, or gave no answer. `cause` tells why, and has the `code`. */
export class ProxyUnreached extends Error {
  override readonly name = 'ProxyUnreached';
  readonly proxy: ProxyServer;
  readonly code: string | null;

  constructor(proxy: ProxyServer, cause: unknown) {
    super('ProxyUnreached', { cause });
    // What it is signed in with is nobody's to know who is told of an error.
    this.proxy = { ...proxy, credential: null };
    this.code = errorCode(cause);
  }
}
