/** The control characters but tab and line feed, the separators of Unicode, and what turns the reading direction. */
const obeyed = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * Writes each character that a terminal would obey as JSON writes it (RFC 8259, 7), `\u001b` for example: a text of a
 * peer cannot change the screen or the order of words (UTS 55), and JSON stays the same value.
 */
export const escapeControls = (text: string): string =>
  text.replace(obeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
