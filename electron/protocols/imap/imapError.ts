import type { ImapFlowError } from 'imapflow';
import { MailboxRefusal } from '../mailbox.ts';
import { ConnectionError, type ConnectionErrorCode } from '../net/connectionError.ts';

const codes: Readonly<Record<string, ConnectionErrorCode>> = {
  NoConnection: 'EOF',
  EConnectionClosed: 'EOF',
  ClosedAfterConnectText: 'EOF',
  ClosedAfterConnectTLS: 'EOF',
  InvalidResponse: 'EPROTO',
  UnexpectedTag: 'EPROTO',
  ResponseProcessingFailed: 'EPROTO',
  LineTooLarge: 'EMSGSIZE',
  LiteralTooLarge: 'EMSGSIZE',
  ResponseTooLarge: 'EMSGSIZE',
  STARTTLS_INJECTION: 'EINJECTED',
};

const ourCode = (code: string): ConnectionErrorCode | undefined =>
  /^ParserError/.test(code) ? 'EPROTO' : codes[code];

/** What follows may be a password: it is not looked at. */
const commandIn = (executed: string | undefined): string | null =>
  /^\S+ ((?:UID )?[A-Z]+)/.exec(executed ?? '')?.[1] ?? null;

/** The library takes the response code (RFC 5530) out of the text: it tells most. */
const wordsOf = ({ serverResponseCode: code, responseText, response }: ImapFlowError): string => {
  const text = responseText ?? (typeof response === 'string' ? response : '');
  return code === undefined || text.includes(`[${code}`) ? text : `[${code}] ${text}`.trimEnd();
};

/** The library's error as one of ours; an error of Node or OpenSSL stays what it is. */
export const toOurError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { authenticationFailed, tlsFailed, responseStatus, code, executedCommand }: ImapFlowError = error;
  const words = wordsOf(error);
  const command = commandIn(executedCommand);
  if (responseStatus !== undefined)
    return new MailboxRefusal(words, { about: authenticationFailed ? 'signIn' : 'question', command });
  if (authenticationFailed && code === undefined)
    return new MailboxRefusal(words, { about: 'mechanism', command });
  if (tlsFailed && code === undefined) return new MailboxRefusal(words, { about: 'encryption', command });
  const known = ourCode(code ?? '');
  return known === undefined ? error : new ConnectionError(known);
};
