import { dotNetReplies } from './dotNetReplies.ts';

/** Where a reply starts in a text: its codes, and where its words begin. */
export type ReplyMark = { start: number; wordsStart: number; reply: number | null; enhanced: string | null };

const maximumMarks = 500;

/** A whole enhanced code, not the start of an address or a version such as 5.7.1.2. */
const enhancedCode = String.raw`([245]\.\d{1,3}\.\d{1,3})(?![.\d]*\d)`;

/** Who explains a code goes on with a verb; a server does not. */
const talk = String.raw`(?! (?:[245]\.\d{1,3}\.\d{1,3} )?(?:is|are|means?|stands|and|or) )`;

/** 550 5.1.1 · 550-5.1.1 · 550 #5.1.1 · (550, b'5.1.1 … */
const replyWithEnhanced = new RegExp(
  String.raw`(?<![\d.])([245]\d\d)(?::? ?[ -] ?|, ?b?['"])[(\[]?#?${enhancedCode}\)?${talk}`,
  'g',
);

/** A reply code alone counts where replies stand: at the start of a line, or after a sign or word that leads one in. */
const leadIn = [
  String.raw`^[ \t]{0,20}`,
  String.raw`[;'"([<|*>\]] ?`,
  '(?:[Cc]ode|[Rr]eply|[Ss]tatus)=',
  '>, ?',
  '[>\\]]: ?',
  String.raw`(?:said|returned|returns|[Rr]esponse|replied|[Rr]eply|[Ee]rror|got|was|[Cc]ode|with|failed|login|Exception|command|rejected|refused|[Rr]eason|[Ss]erver|message|e?-?mail|DATA|RCPT|MAIL|EHLO|SMTP|to me|Antwort|Fehler|Grund|[Rr]éponse|[Ee]rreur|[Rr]aison):? `,
];
/** The same numbers mean something else to the protocols that SMTP shares them with. */
const foreign = String.raw`(?<!\b(?:HTTP|SIP|RTSP|FTP|NNTP)\S{0,5} (?:[Ee]rror |[Ss]tatus )?(?:[Cc]ode )?)`;
const unit = String.raw`(?! ?(?:[KMGT]i?B|%|bytes?|ms|seconds?|minutes?|hours?|days?|items?|files?|messages?|users?|rows?)\b)`;
const plainReply = new RegExp(
  String.raw`${foreign}([2-5]\d\d)(?<=(?:${leadIn.join('|')})\d{3})(?:(?=[ -]\D)|(?=: [^\s\d])|(?=$)|, ?b?['"]|(?=[ -][\d[]))${unit}${talk}`,
  'gm',
);

/** .NET writes a sentence in place of the reply code, then the server's words with its enhanced code. */
const dotNetReply = new RegExp(
  String.raw`(${Object.keys(dotNetReplies).join('|')})\.\s+The server response was:\s?(?:#?${enhancedCode})?`,
  'g',
);

/** An enhanced code without a reply code: fields of bounces and logs, qmail's (#5.1.1), .NET's "response was: 5.7.1". */
const enhancedAlone = new RegExp(
  String.raw`(?:\bdsn[=:] ?|\bstatus(?:[-_ ]code)?[=:] ?|response was: |réponse du serveur était ?: |Serverantwort (?:war|lautete): |[(<\s]#<? ?|\(|^)${enhancedCode}`,
  'gim',
);

const replyCodes = new Set([
  211, 214, 220, 221, 235, 250, 251, 252, 354, 421, 432, 435, 450, 451, 452, 453, 454, 455, 458, 459, 471,
  500, 501, 502, 503, 504, 510, 511, 512, 513, 515, 517, 521, 523, 524, 525, 530, 534, 535, 538, 541, 550,
  551, 552, 553, 554, 555, 556, 557, 571,
]);

/** What HTTP says with the same numbers (RFC 9110 15.6). */
const httpWords: Record<number, RegExp> = {
  500: /^[ -]?internal server error/i,
  501: /^[ -]?not implemented/i,
  502: /^[ -]?bad gateway/i,
  503: /^[ -]?service (?:temporarily )?unavailable/i,
  504: /^[ -]?gateway time-?out/i,
};
const isHttp = (code: number, words: string): boolean => httpWords[code]?.test(words) ?? false;

type Found = RegExpExecArray | RegExpMatchArray;
const endOf = (match: Found): number => (match.index ?? 0) + match[0].length;

/** The enhanced code tells the class for sure: one sentence of .NET stands for several codes. */
const withClassOf = (enhanced: string | null, reply: number | null) => ({
  enhanced,
  reply: enhanced === null || enhanced.charAt(0) === String(reply).charAt(0) ? reply : null,
});

const fullMarks = (text: string): ReplyMark[] =>
  [...text.matchAll(replyWithEnhanced)]
    .filter(([, reply, enhanced]) => reply?.charAt(0) === enhanced?.charAt(0))
    .map((match) => ({
      start: match.index,
      wordsStart: endOf(match),
      reply: Number(match[1]),
      enhanced: match[2] ?? null,
    }));

const dotNetMarks = (text: string): ReplyMark[] =>
  [...text.matchAll(dotNetReply)].map((match) => ({
    start: match.index,
    wordsStart: endOf(match),
    ...withClassOf(match[2] ?? null, dotNetReplies[match[1] ?? ''] ?? null),
  }));

const plainMarks = (text: string): ReplyMark[] =>
  [...text.matchAll(plainReply)]
    .filter(
      (match) =>
        replyCodes.has(Number(match[1])) &&
        !isHttp(Number(match[1]), text.slice(endOf(match), endOf(match) + 40)),
    )
    .map((match) => ({
      start: match.index,
      wordsStart: endOf(match),
      reply: Number(match[1]),
      enhanced: null,
    }));

const enhancedMarks = (text: string): ReplyMark[] =>
  [...text.matchAll(enhancedAlone)].map((match) => ({
    start: match.index,
    wordsStart: endOf(match),
    reply: null,
    enhanced: match[1] ?? null,
  }));

/**
 * Finds the replies in a text of any kind: a reply, a log, a bounce, a stack trace. Of marks that overlap, the one that
 * says most counts.
 */
export const findReplyMarks = (text: string): ReplyMark[] => {
  const marks: ReplyMark[] = [];
  for (const candidates of [dotNetMarks(text), fullMarks(text), plainMarks(text), enhancedMarks(text)]) {
    const taken = marks.map(({ start, wordsStart }) => [start, wordsStart] as const);
    marks.push(
      ...candidates
        .slice(0, maximumMarks)
        .filter((mark) => !taken.some(([start, end]) => mark.start < end && mark.wordsStart > start)),
    );
  }
  return marks.sort((one, other) => one.start - other.start);
};
