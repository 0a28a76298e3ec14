import { controlCharacters } from '../protocols/text/controlCharacters.ts';

const escapeCharacter = (character: string): string =>
  character === '\t' || character === '\n'
    ? character
    : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Writes each character that a terminal would obey, but tab and line feed, as JSON writes it (RFC 8259, 7), `\u001b`
 * for example: a text of a peer cannot change the screen or the order of words (UTS 55), and JSON stays the same value.
 */
export const escapeControls = (text: string): string => text.replace(controlCharacters, escapeCharacter);
