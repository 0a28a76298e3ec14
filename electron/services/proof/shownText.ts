import { controlCharacters } from '../../protocols/text/controlCharacters.ts';

/** Replaces secrets in a text. */
export type Mask = (text: string) => string;

const maximumTexts = 100;

/**
 * A text of a peer as it may be shown: secrets masked, control characters but the line feed replaced, at most `length`
 * characters.
 */
export const shownText = (text: string, mask: Mask, length: number): string => {
  const shown = mask(text).replace(controlCharacters, (character) =>
    character === '\n' ? character : '\ufffd',
  );
  // Cut between the halves of a character, the half that is left is replaced too.
  return (shown.length > length ? `${shown.slice(0, length - 1)}…` : shown).toWellFormed();
};

/** Texts of a peer as they may be shown, each of them and their number limited; `…` stands for those left out. */
export const shownTexts = (texts: readonly string[], mask: Mask, length: number): string[] => {
  const shown = texts.slice(0, maximumTexts).map((text) => shownText(text, mask, length));
  return texts.length > maximumTexts ? [...shown, '…'] : shown;
};
