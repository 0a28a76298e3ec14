/** Codes of our own, beside those of Node and OpenSSL, for what a peer did to a connection. */
export type ConnectionErrorCode =
  /** The peer ended the connection in order, where an answer was due. */
  | 'EOF'
  /** What came is not what the protocol says. */
  | 'EPROTO'
  /** A line or an answer is longer than any honest server's. */
  | 'EMSGSIZE'
  /** Bytes came before the TLS handshake that would have been read as if they were protected. */
  | 'EINJECTED';

/** A connection that cannot be used any further. `words` is what the peer sent, where that tells something. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly code: ConnectionErrorCode;
  readonly words: string;

  constructor(code: ConnectionErrorCode, words = '') {
    super(code);
    this.code = code;
    this.words = words;
  }
}

/** The code of an error of Node, OpenSSL or ours: `ECONNREFUSED`, `ERR_SSL_…`; null when it has none. */
export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
