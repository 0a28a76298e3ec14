import { isFailure } from '../../contract/failures.ts';
import { errorCode } from '../../protocols/net/connectionError.ts';
import { NoAddressReached } from '../../protocols/net/connectInOrder.ts';
import { ProxyUnreached } from '../../protocols/net/proxyUnreached.ts';

/** The code that an error was reported with: the system's or OpenSSL's, also of a refusal of our own stores. */
const reportedCode = (error: unknown): string | null => {
  if (isFailure(error)) {
    const { data } = error;
    return typeof data === 'object' && data !== null && 'systemCode' in data ? String(data.systemCode) : null;
  }
  return errorCode(error);
};

/** Node's own codes are for wrong use of its functions; those of TLS and OpenSSL are about the connection. */
const isOurFault = /^ERR_(?!SSL_|TLS_|OSSL_)/;

/** The code of the system or of OpenSSL that tells why something failed; null: it failed by our own fault. */
export const systemCodeOf = (error: unknown): string | null => {
  const code = reportedCode(error);
  return code === null || isOurFault.test(code) ? null : code;
};

/** An address that there is no way to says little where another one answered: many machines have no way to IPv6. */
const noWay = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EAFNOSUPPORT', 'EADDRNOTAVAIL']);

/**
 * The error that tells most: each address has its own; the first one counts that says more than that there is no way. Of a
 * proxy that was not reached it is the one that tells why.
 */
export const tellingError = (error: unknown): unknown => {
  if (error instanceof ProxyUnreached) return tellingError(error.cause);
  if (!(error instanceof NoAddressReached)) return error;
  const errors = error.attempts.map((attempt) => attempt.error);
  return errors.find((each) => !noWay.has(errorCode(each) ?? '')) ?? errors[0] ?? error;
};
