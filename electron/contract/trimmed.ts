import { z } from 'zod';

const visible = /[^\s\p{Cf}]/u;

/**
 * `text` without the blanks, and without the characters that nobody sees (Unicode's format characters, as U+200B and U+202E),
 * at either end: what is copied from a page or a mail brings them along. What stands inside is left as it is, and so is a text
 * that has nothing else: it is not empty.
 */
export const trimmed = (text: string): string => {
  const characters = [...text];
  const first = characters.findIndex((character) => visible.test(character));
  if (first === -1) return text.trim();
  const last = characters.findLastIndex((character) => visible.test(character));
  return characters.slice(first, last + 1).join('');
};

/** A name by which machines know something, as it is typed: its ends are what can be seen. */
export const trimmedText = (): z.ZodString => z.string().overwrite(trimmed);

/** True where a text begins or ends with what nobody sees. */
export const hasHiddenEnds = (text: string): boolean => trimmed(text) !== text;
