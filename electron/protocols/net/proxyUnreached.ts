import { errorCode } from './connectionError.ts';
import type { ProxyServer } from './proxyTunnel.ts';

/** The proxy that leads to a server was not reached, or gave no answer. `cause` tells why; `code` is its own, null: none. */
export class ProxyUnreached extends Error {
  override readonly name = 'ProxyUnreached';
  readonly proxy: ProxyServer;
  readonly code: string | null;

  constructor(proxy: ProxyServer, cause: unknown) {
    super('ProxyUnreached', { cause });
    // Errors are logged.
    this.proxy = { ...proxy, credential: null };
    this.code = errorCode(cause);
  }
}
