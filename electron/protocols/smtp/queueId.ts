import type { SmtpReply } from './smtpReply.ts';

/** How servers name the message that they took over; the first group is the id that their log knows. */
const patterns: readonly RegExp[] = [
  /\bqueued as ([\w.-]+)/i, // Postfix, Haraka, MDaemon
  /\bid=([\w-]{6,})/i, // Exim
  /\[InternalId=(\d+)/i, // Exchange
  /^([\w.-]{6,}) Message accepted for delivery/i, // Sendmail
  /^OK\s+([\w.-]+(?: [\w.-]+)*) - gsmtp/i, // Google
  /^(?:OK|Ok):? ([\w-]{20,})$/, // Amazon SES
  /\bqueue[ds]? (?:id|ID)[: ]+([\w.-]+)/,
];

/** The id under which the server will know the message, from its reply to the end of DATA; null when it says none. */
export const queueIdIn = ({ lines }: SmtpReply): string | null =>
  patterns.map((pattern) => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean)).find(Boolean) ?? null;
