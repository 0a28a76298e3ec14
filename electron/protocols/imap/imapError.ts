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

/** The library's error as one of ours; an error of Node or OpenSSL stays what it is. */
export const toOurError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { authenticationFailed, tlsFailed, responseText, responseStatus, response, code }: ImapFlowError =
    error;
  const { executedCommand }: ImapFlowError = error;
  const words = responseText ?? (typeof response === 'string' ? response : '');
  const command = commandIn(executedCommand);
  if (authenticationFailed) return new MailboxRefusal(words, { about: 'signIn', command });
  if (responseStatus !== undefined) return new MailboxRefusal(words, { about: 'question', command });
  if (tlsFailed && code === undefined) return new MailboxRefusal(words, { about: 'encryption', command });
  const known = ourCode(code ?? '');
  return known === undefined ? error : new ConnectionError(known);
};
