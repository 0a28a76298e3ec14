import type { StageName } from '../../contract/proof/proof.ts';
import type { Clue } from './clue.ts';
import { fold, maskAddresses, prepareText } from './prepareText.ts';
import { readSystemCodes } from './readSystemCodes.ts';
import { readCommand, stageOfCommand } from './replyCommand.ts';
import { findReplies, type ReplySpan } from './replySpans.ts';
import type { SymptomProtocol } from './symptom.ts';

/** What a person, or the proof, knows beside the text. */
export type Setting = { protocol: SymptomProtocol | null; stage: StageName | null; command: string | null };

const maximumProseLength = 4_096;
const contextLength = 160;
const sourceLength = 500;

/** qmail and some filters put the enhanced code behind: `sorry, … (#5.7.1)`. */
const trailingEnhanced = (reply: number | null, words: string): string | null => {
  const code = /#([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(words)?.[1];
  return code !== undefined && String(reply).startsWith(code.charAt(0)) ? code : null;
};

const isRefusal = ({ mark }: ReplySpan): boolean => !/^[23]/.test(String(mark.reply ?? mark.enhanced));

const replyClue = (text: string, { mark, start, end, words }: ReplySpan, setting: Setting): Clue => {
  const folded = fold(words.join(' '));
  const around = `${text.slice(Math.max(0, start - contextLength), start)} ${folded}`;
  const command = setting.command ?? readCommand(around);
  return {
    text: folded,
    searched: maskAddresses(folded),
    reply: mark.reply,
    enhanced: mark.enhanced ?? trailingEnhanced(mark.reply, folded),
    systemCodes: readSystemCodes(folded),
    stage: setting.stage ?? (command === null ? null : stageOfCommand(command)),
    command,
    protocol: setting.protocol ?? 'smtp',
    source: fold(text.slice(start, end)).slice(0, sourceLength),
  };
};

/** Programs, fields of logs and commands that only occur where mail is talked about. */
const mailWords =
  /\bSMTP|smtplib|Send-MailMessage|MailKit|\bMail\.|MessagingException|AuthenticationFailedException|postfix|\bexim|sendmail|qmail|gsmtp|MSExchange|\bstatus=(?:deferred|bounced|expired)|\bstat=|\bR=\w{1,40} (?:T=\w|defer \()|\b(?:EHLO|HELO|RCPT|STARTTLS)\b|MAIL FROM|\bgreeting\b|(?:recipient|sender) address rejected|client host rejected|gave this error|rejected your message|delivery (?:to the following|has failed)|mail delivery|the mail system|name service error for name=|server response|Serverantwort|réponse du serveur|did not advertise|\bPOP3?\b|\bIMAP\b/i;

/** Where the pickup folder and its files are talked about. */
const fileWords = /\.eml\b|pickup|mailroot/i;

const protocolIn = (piece: string): SymptomProtocol | null => {
  if (fileWords.test(piece)) return 'file';
  return mailWords.test(piece) ? 'smtp' : null;
};

const proseClue = (piece: string, setting: Setting): Clue => ({
  ...setting,
  protocol: setting.protocol ?? protocolIn(piece),
  text: piece,
  searched: maskAddresses(piece),
  reply: null,
  enhanced: null,
  systemCodes: readSystemCodes(piece),
  source: null,
});

const cut = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / maximumProseLength) }, (_, index) =>
    text.slice(index * maximumProseLength, (index + 1) * maximumProseLength),
  );

/** What stands before, between and behind the replies. */
const proseOf = (text: string, spans: readonly ReplySpan[]): string[] => {
  const ends = [0, ...spans.map(({ end }) => end)];
  const starts = [...spans.map(({ start }) => start), text.length];
  return ends.flatMap((end, index) => cut(fold(text.slice(end, starts[index])))).filter(Boolean);
};

/**
 * Takes a text apart: each refusing reply is a clue of its own, so is each piece of what stands around them; replies
 * that accept something (2yz, 3yz) are none.
 */
export const readClues = (raw: string, setting: Setting): Clue[] => {
  const text = prepareText(raw);
  const spans = findReplies(text);
  return [
    ...spans.filter(isRefusal).map((span) => replyClue(text, span, setting)),
    ...proseOf(text, spans).map((piece) => proseClue(piece, setting)),
  ];
};
