import type { HttpConnection } from '../http/httpConnection.ts';
import { GraphRefusal, requestIdOf, toGraphRefusal } from './graphRefusal.ts';
import { type GraphMail, sendMailPath } from './sendMail.ts';

/** What a mailbox says that would have sent a message, had it been for anybody. */
const nobodyNamed = 'ErrorInvalidRecipients';

/** What Graph said when it had opened the mailbox. */
export type MailboxAnswer = { status: number; code: string; words: string; requestId: string | null };

/**
 * Asks whether a mailbox may send, and sends nothing: a message without recipients ("user: sendMail", Microsoft Graph v1.0).
 * Graph looks at the token, its rights, the policies for applications and the mailbox, and only then finds that nobody is
 * to get it. So no other permission is needed than to send. Throws GraphRefusal, ConnectionError or the socket's error.
 */
export const askGraphMailbox = async (
  connection: Pick<HttpConnection, 'request'>,
  { token, mailbox }: Pick<GraphMail, 'token' | 'mailbox'>,
): Promise<MailboxAnswer> => {
  const answer = await connection.request({
    method: 'POST',
    path: sendMailPath(mailbox),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({ message: {}, saveToSentItems: false }),
  });
  if (answer.status === 202)
    return { status: 202, code: '', words: 'Accepted', requestId: requestIdOf(answer) };
  const refusal: GraphRefusal = toGraphRefusal(answer, { secrets: [token], now: new Date() });
  const { status, code, serverMessage: words, requestId } = refusal;
  if (code !== nobodyNamed) throw refusal;
  return { status, code, words, requestId };
};
