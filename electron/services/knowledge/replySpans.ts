import { findReplyMarks, type ReplyMark } from './replyMarks.ts';

const maximumReplyLength = 2_048;

/** A whole reply in a text, all its lines: where it stands, and its words without the codes. */
export type ReplySpan = { mark: ReplyMark; start: number; end: number; words: string[] };

/** Lines 2, 3 … of one reply start with its codes again; a hyphen behind the code announces one more (RFC 5321 4.2). */
const continues = (first: ReplyMark, next: ReplyMark, line: string): boolean =>
  first.reply !== null &&
  first.reply === next.reply &&
  (next.enhanced === null || first.enhanced === null || first.enhanced === next.enhanced) &&
  (/^\d{3}-/.test(line) || !/\n\s*\n|^>>>/m.test(line));

/** An empty line, the next command of a transcript, a frame of a stack trace. */
const endOfReply =
  /\n[ \t]*(?:\n|->|<-|<\*|===|>>>|<<<|[CS]: |at \S|(?:QUIT|RSET|DATA|MAIL FROM|RCPT TO|EHLO|HELO|AUTH)\b)/;

const endOfWords = (text: string, mark: ReplyMark, next: number): number => {
  const end = Math.min(next, mark.wordsStart + maximumReplyLength);
  const found = text.slice(mark.wordsStart, end).search(endOfReply);
  return found < 0 ? end : mark.wordsStart + found;
};

/** Finds the replies of a text in the order in which they stand, each with all its lines. */
export const findReplies = (text: string): ReplySpan[] => {
  const marks = findReplyMarks(text);
  const spans: ReplySpan[] = [];
  for (const [index, mark] of marks.entries()) {
    const end = endOfWords(text, mark, marks[index + 1]?.start ?? text.length);
    const words = text.slice(mark.wordsStart, end);
    const last = spans.at(-1);
    const lineBefore = text.slice(marks[index - 1]?.start, mark.start);
    if (last && continues(last.mark, mark, lineBefore)) {
      last.mark = { ...last.mark, enhanced: last.mark.enhanced ?? mark.enhanced };
      last.words.push(words);
      last.end = end;
    } else spans.push({ mark, start: mark.start, end, words: [words] });
  }
  return spans;
};
