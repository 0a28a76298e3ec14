/** Replaces secrets in a text. */
export type Mask = (text: string) => string;

/** Control characters other than the line feed. */
const controls = /[\p{Cc}\u2028\u2029]/gu;

/** A text of a peer as it may be shown: secrets masked, control characters replaced, at most `length` characters. */
export const shownText = (text: string, mask: Mask, length: number): string => {
  const shown = mask(text).replace(controls, (character) => (character === '\n' ? character : '\ufffd'));
  return shown.length > length ? `${shown.slice(0, length - 1)}…` : shown;
};
