import { ConnectionError, errorCode } from '../net/connectionError.ts';

const longestWords = 200;

/** The first line of what came, where the parser kept it: an SMTP server on this port says so here. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error && 'rawPacket' in error && Buffer.isBuffer(error.rawPacket))) return '';
  const [line = ''] = error.rawPacket.toString('latin1').split(/[\r\n]/, 1);
  return line.slice(0, longestWords);
};

/** Node says ECONNRESET also where the peer ended the connection in order; only the system's own has a system call. */
const isOrderlyEnd = (error: unknown): boolean =>
  errorCode(error) === 'ECONNRESET' && error instanceof Error && !('syscall' in error);

/**
 * Puts an error of Node's HTTP client into our words: what is no HTTP/1.1 is ConnectionError EPROTO, endless headers
 * are EMSGSIZE, an answer that is cut short is EOF. Every other error is given back as it is.
 */
export const toHttpError = (error: unknown): unknown => {
  const code = errorCode(error);
  if (code === 'HPE_HEADER_OVERFLOW') return new ConnectionError('EMSGSIZE');
  if (code?.startsWith('HPE_') === true) return new ConnectionError('EPROTO', wordsOf(error));
  return isOrderlyEnd(error) ? new ConnectionError('EOF') : error;
};
