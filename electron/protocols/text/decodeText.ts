/** Windows PowerShell 5 writes UTF-16 with `>`, and UTF-8 with a mark with `-Encoding utf8`. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/**
 * Text as Windows and other systems write it: UTF-16 with its byte order mark, else UTF-8 with or without one. The mark
 * is no part of the text (Unicode Standard, 23.8); what cannot be decoded becomes U+FFFD.
 */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/**
 * The same where a character that is guessed at would do harm, as in a password. Null: it is neither (Latin-1, for example), or it
 * has a NUL, which no text has, but UTF-16 without its mark.
 */
export const decodeWholeText = (bytes: Uint8Array): string | null => {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};
