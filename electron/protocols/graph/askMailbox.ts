import type { HttpConnection } from '../http/httpConnection.ts';
import { requestIdOf, toGraphRefusal } from './graphRefusal.ts';
import { accepted, type GraphMail, sendMailPath } from './sendMail.ts';

/** What a mailbox says that would have sent a message, had it been for anybody. */
const nobodyNamed = 'errorinvalidrecipients';

/** What Graph said when it had opened the mailbox. */
export type MailboxAnswer = { status: number; words: string; requestId: string | null };

/**
 * Asks whether a mailbox may send, and sends nothing: a message without recipients ("user: sendMail", Microsoft Graph v1.0).
 * No other permission is needed than to send. By what was seen of its answers, Graph looks at token, rights, policies and
 * mailbox before it finds that nobody is to get it; its documents do not say so. Throws GraphRefusal, ConnectionError or the
 * socket's error.
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
    decidedByHead: [accepted],
  });
  const requestId = requestIdOf(answer);
  if (answer.status === accepted) return { status: accepted, words: 'Accepted', requestId };
  const refusal = toGraphRefusal(answer, { secrets: [token], now: new Date() });
  const { status, code, serverMessage } = refusal;
  if (status !== 400 || code.toLowerCase() !== nobodyNamed) throw refusal;
  return { status, words: `${code} ${serverMessage}`.trim(), requestId };
};
