import { type Clue, lasts } from './clue.ts';
import { type FindingCode, findingTable } from './findingTable.ts';

/** Refused until somebody changes something, although servers like to say it with a 4yz reply (Postfix: 454 4.7.1). */
const neverPass: ReadonlySet<FindingCode> = new Set([
  'relayingDenied',
  'authenticationRequired',
  'starttlsRequired',
  'tlsProtocolTooOld',
]);

/** What the queue of a mail server says it will do with the message. */
const triesAgain = /\btemporarily rejected\b|\bstatus=deferred\b|\bstat=Deferred\b|\bdefer \(/;
const gaveUp = /\bstatus=(?:bounced|expired)\b|\bfailed permanently\b|\bpermanent error\b/;

const verdictOfQueue = ({ text }: Clue): boolean | null => {
  if (triesAgain.test(text)) return false;
  return gaveUp.test(text) ? true : null;
};

/**
 * Tells whether trying again is in vain: the reply's own class decides (RFC 5321 4.2.1), or what the queue does with the
 * message, else the situation.
 */
export const isPermanent = (code: FindingCode, clue: Clue | null): boolean =>
  neverPass.has(code) || ((clue && (lasts(clue) ?? verdictOfQueue(clue))) ?? findingTable[code].permanent);
