import type { LdapConnection } from './ldapConnection.ts';
import type { LdapOperation } from './ldapOperation.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import type { WriteRequest } from './ldapRequest.ts';
import type { AnswerOf, LdapAnswer } from './ldapResponse.ts';

type Kind = 'bindResponse' | 'extendedResponse';

const isOfKind = <Wanted extends Kind>(answer: LdapAnswer, kind: Wanted): answer is AnswerOf<Wanted> =>
  answer.kind === kind;

/** The error for an answer that does not belong to its request; the connection is closed by it. */
export const outOfPlace = (connection: LdapConnection, { kind }: LdapAnswer): LdapProtocolError => {
  const error = new LdapProtocolError(`A ${kind} where another answer is due.`);
  connection.fail(error);
  return error;
};

/** Waits for the only answer to a request, which has to be of this kind. */
export const onlyAnswer = async <Wanted extends Kind>(
  connection: LdapConnection,
  { operation, kind }: { operation: LdapOperation; kind: Wanted },
  signal: AbortSignal,
): Promise<AnswerOf<Wanted>> => {
  const { answer } = await operation.next(signal);
  if (isOfKind(answer, kind)) return answer;
  throw outOfPlace(connection, answer);
};

/**
 * Makes a request that stands alone and cannot be abandoned (RFC 4511, 4.2.1, 4.11, 4.14.1): nothing else may be under
 * way, and an abort closes the connection.
 */
export const exchangeAlone = async <Wanted extends Kind>(
  connection: LdapConnection,
  { write, kind, isLast = false }: { write: WriteRequest; kind: Wanted; isLast?: boolean },
  signal: AbortSignal,
): Promise<AnswerOf<Wanted>> => {
  if (connection.isBusy) throw new Error('This request stands alone: another one is under way.');
  signal.throwIfAborted();
  const operation = connection.start(write);
  if (isLast) connection.endWith(operation);
  try {
    return await onlyAnswer(connection, { operation, kind }, signal);
  } catch (error) {
    connection.fail(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    connection.finish(operation);
  }
};
