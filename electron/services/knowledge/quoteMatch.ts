import type { Match } from './matchRule.ts';

const aroundFound = 120;

/** Where the sentence or, if it is long, the word begins that stands at most `aroundFound` before the place. */
const startOfQuote = (text: string, place: number): number => {
  const from = Math.max(0, place - aroundFound);
  const before = text.slice(from, place);
  const sentence = before.search(/(?<=[.;!?] )(?!.*[.;!?] )/);
  if (sentence >= 0) return from + sentence;
  return from === 0 ? 0 : from + (/(?<= )/.exec(before)?.index ?? before.length);
};

const endOfQuote = (text: string, place: number): number => {
  const end = place + aroundFound;
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  return space > place ? space : end;
};

/** The words of a text that a finding rests on: a whole reply, or what stands around the words found, in whole words. */
export const quoteMatch = ({ clue, index }: Match): string =>
  clue.source ?? clue.text.slice(startOfQuote(clue.text, index), endOfQuote(clue.text, index)).trim();
