import type { Socket } from 'node:net';
import { exchangeAlone, onlyAnswer } from './exchange.ts';
import type { LdapConnection } from './ldapConnection.ts';
import { LdapError } from './ldapError.ts';
import { extendedRequest } from './ldapRequest.ts';
import { type LdapResult, ldapResultCodes } from './ldapResult.ts';

export type ExtendedAnswer = { oid: string | null; value: Buffer | null };

/** RFC 4511, 4.14.1. */
const startTlsOid = '1.3.6.1.4.1.1466.20037';

const requireSuccess = (result: LdapResult): void => {
  if (result.resultCode !== ldapResultCodes.success) throw new LdapError(result);
};

export const extended = async (
  connection: LdapConnection,
  request: { oid: string; value: Buffer | null },
  signal: AbortSignal,
): Promise<ExtendedAnswer> => {
  signal.throwIfAborted();
  const operation = connection.start(extendedRequest(request.oid, request.value));
  try {
    const expected = { operation, kind: 'extendedResponse' } as const;
    const { result, oid, value } = await onlyAnswer(connection, expected, signal);
    requireSuccess(result);
    return { oid, value };
  } finally {
    connection.finish(operation);
  }
};

export const startTls = async (connection: LdapConnection, signal: AbortSignal): Promise<Socket> => {
  const write = extendedRequest(startTlsOid, null);
  const expected = { write, kind: 'extendedResponse', isLast: true } as const;
  const { result } = await exchangeAlone(connection, expected, signal);
  const socket = connection.release();
  try {
    requireSuccess(result);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return socket;
};
