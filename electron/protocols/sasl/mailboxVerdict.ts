import { MailboxRefusal } from '../mailbox.ts';
import type { SaslCourse } from './runExchange.ts';
import { SaslError } from './saslError.ts';
import type { SaslExchange } from './saslExchange.ts';

/**
 * Passes when a sign-in to a mailbox was accepted. Throws SaslError where it did not come to its end, else
 * MailboxRefusal with the server's words: first the refusal, then what it said of the token.
 * @param refusal words with which the server said no; null: it said yes.
 */
export const mailboxVerdict = (
  { brokenOff }: SaslCourse<unknown>,
  { tokenRefusal }: SaslExchange,
  { command, refusal }: { command: string; refusal: string | null },
): void => {
  if (brokenOff !== null) throw new SaslError(brokenOff);
  if (refusal === null) return;
  const words = [refusal, tokenRefusal?.words ?? ''].filter(Boolean).join('\n');
  throw new MailboxRefusal(words, { about: 'signIn', command });
};
