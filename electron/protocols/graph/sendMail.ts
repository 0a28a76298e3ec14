import type { HttpConnection } from '../http/httpConnection.ts';
import { requestIdOf, toGraphRefusal } from './graphRefusal.ts';

/** What one request may have ("Outlook service limits": 4 MB), in bytes of base64. */
const longestRequestBytes = 4_194_304;

/** Bytes of the longest message that Graph takes in one request: base64 makes four of three. */
export const longestGraphMessage = (longestRequestBytes / 4) * 3;

/** A message that is too long for Graph; it was not sent. */
export class GraphMessageTooLarge extends Error {
  override readonly name = 'GraphMessageTooLarge';
  readonly code = 'tooLarge';
  readonly bytes: number;
  readonly limitBytes = longestGraphMessage;

  constructor(bytes: number) {
    super('tooLarge');
    this.bytes = bytes;
  }
}

export type GraphMail = {
  /** An access token for Graph. */
  token: string;
  /** The mailbox that sends. */
  mailbox: string;
  /** The whole message (RFC 5322), with CRLF. */
  message: Buffer;
};

/** Where a message is sent to: `/v1.0/users/a%40b.test/sendMail`. */
export const sendMailPath = (mailbox: string): string =>
  `/v1.0/users/${encodeURIComponent(mailbox)}/sendMail`;

/** The message is taken; there is nothing to read behind it ("user: sendMail", Response). */
export const accepted = 202;

/**
 * Sends a message as MIME ("user: sendMail", Microsoft Graph v1.0), once. Accepted is not delivered: Graph tells of the
 * rest by mail. The status alone accepts: a message whose answer breaks off behind it would else be sent again. Throws
 * GraphMessageTooLarge, GraphRefusal, ConnectionError or the socket's error.
 */
export const sendGraphMail = async (
  connection: Pick<HttpConnection, 'request'>,
  { token, mailbox, message }: GraphMail,
): Promise<{ requestId: string | null }> => {
  if (message.length > longestGraphMessage) throw new GraphMessageTooLarge(message.length);
  const answer = await connection.request({
    method: 'POST',
    path: sendMailPath(mailbox),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain', accept: 'application/json' },
    body: message.toString('base64'),
    decidedByHead: [accepted],
  });
  if (answer.status !== accepted) throw toGraphRefusal(answer, { secrets: [token], now: new Date() });
  return { requestId: requestIdOf(answer) };
};
