import type { StageName } from '../../contract/proof/proof.ts';
import type { Clue } from './clue.ts';
import { readSystemCodes } from './readSystemCodes.ts';
import { readCommand, stageOfCommand } from './replyCommand.ts';
import { findReplyMarks, type ReplyMark } from './replyMarks.ts';
import type { SymptomProtocol } from './symptom.ts';

/** What a person, or the proof, knows beside the text. */
export type Setting = { protocol: SymptomProtocol | null; stage: StageName | null; command: string | null };

const maximumLength = 65_536;
const maximumReplyLength = 2_048;
const maximumProseLength = 4_096;
const contextLength = 160;

const prepare = (text: string): string =>
  text
    .slice(0, maximumLength)
    .replace(/\r\n?/g, '\n')
    // Python, JSON and .NET print the line breaks of a reply as they write them.
    .replace(/(?:\\r)?\\n(?=[245]\d\d[ -]|#?[245]\.\d{1,3}\.\d)/g, '\n')
    .replace(/^[>|] ?/gm, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ');

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lines 2, 3 … of one reply start with its codes again. */
const continues = (first: ReplyMark, next: ReplyMark, between: string): boolean =>
  first.reply !== null &&
  first.reply === next.reply &&
  (next.enhanced === null || first.enhanced === null || first.enhanced === next.enhanced) &&
  !/\n\s*\n|^>>>/m.test(between);

type Span = { mark: ReplyMark; start: number; end: number; words: string[] };

/** A reply ends where the next one starts, at an empty line, or where it grows too long to be one. */
const endOfWords = (text: string, mark: ReplyMark, next: number): number => {
  const end = Math.min(next, mark.wordsStart + maximumReplyLength);
  const empty = text.slice(mark.wordsStart, end).search(/\n[ \t]*\n/);
  return empty < 0 ? end : mark.wordsStart + empty;
};

const replySpans = (text: string): Span[] => {
  const marks = findReplyMarks(text);
  const spans: Span[] = [];
  for (const [index, mark] of marks.entries()) {
    const end = endOfWords(text, mark, marks[index + 1]?.start ?? text.length);
    const words = text.slice(mark.wordsStart, end);
    const last = spans.at(-1);
    if (last && continues(last.mark, mark, text.slice(last.mark.start, mark.start))) {
      last.mark = { ...last.mark, enhanced: last.mark.enhanced ?? mark.enhanced };
      last.words.push(words);
      last.end = end;
    } else spans.push({ mark, start: mark.start, end, words: [words] });
  }
  return spans;
};

/** qmail and some filters put the enhanced code behind: `sorry, … (#5.7.1)`. */
const trailingEnhanced = (reply: number | null, words: string): string | null => {
  const code = /#([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(words)?.[1];
  return code !== undefined && String(reply).startsWith(code.charAt(0)) ? code : null;
};

const isRefusal = ({ mark }: Span): boolean => !/^[23]/.test(String(mark.reply ?? mark.enhanced));

const replyClue = (text: string, { mark, start, end, words }: Span, setting: Setting): Clue => {
  const folded = fold(words.join(' '));
  const around = `${text.slice(Math.max(0, start - contextLength), start)} ${folded}`;
  const command = setting.command ?? readCommand(around);
  return {
    text: folded,
    reply: mark.reply,
    enhanced: mark.enhanced ?? trailingEnhanced(mark.reply, folded),
    systemCodes: readSystemCodes(folded),
    stage: setting.stage ?? (command === null ? null : stageOfCommand(command)),
    command,
    protocol: setting.protocol ?? 'smtp',
    source: fold(text.slice(start, end)).slice(0, 500),
  };
};

/** Programs, log fields and commands that only occur where mail is talked about. */
const mailWords =
  /\bSMTP|smtplib|MailKit|\bMail\.|MessagingException|AuthenticationFailedException|postfix|\bexim|sendmail|qmail|gsmtp|\bstatus=(?:deferred|bounced|expired)|\bstat=|\bR=\w+ T=\w+|\b(?:EHLO|HELO|RCPT|STARTTLS)\b|MAIL FROM|\bgreeting\b|e-?mail|mailbox|(?:recipient|sender) address rejected|client host rejected|gave this error|rejected your message|\bPOP3?\b|\bIMAP\b/i;

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
const proseOf = (text: string, spans: readonly Span[]): string[] => {
  const ends = [0, ...spans.map(({ end }) => end)];
  const starts = [...spans.map(({ start }) => start), text.length];
  return ends.flatMap((end, index) => cut(fold(text.slice(end, starts[index])))).filter(Boolean);
};

/**
 * Takes a text apart (at most 64 KiB of it): each refusing reply is a clue of its own, so is each piece of what stands
 * around them; replies that accept something (2yz, 3yz) are none.
 */
export const readClues = (raw: string, setting: Setting): Clue[] => {
  const text = prepare(raw);
  const spans = replySpans(text);
  return [
    ...spans.filter(isRefusal).map((span) => replyClue(text, span, setting)),
    ...proseOf(text, spans).map((piece) => proseClue(piece, setting)),
  ];
};
