import type { ServerReply } from '../../../contract/proof/evidence.ts';
import type { SmtpReply } from '../../../protocols/smtp/smtpReply.ts';

/** A reply as evidence. @param command what it answers, without arguments; null for the greeting. */
export const toServerReply = (command: string | null, { code, enhanced, lines }: SmtpReply): ServerReply => ({
  command,
  code,
  enhanced,
  text: lines.join('\n'),
});
