/** What may stand between quotation marks (RFC 9051, 9: TEXT-CHAR of seven bits). */
const quotable = /^[\x20-\x7e]*$/;

/** A text between quotation marks. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** True for a text that can stand between quotation marks; any other goes as a literal. */
export const isQuotable = (text: string): boolean => quotable.test(text);

const fromModifiedBase64 = (part: string): string =>
  Buffer.from(part.replaceAll(',', '/'), 'base64').swap16().toString('utf16le');

const isWhole = (part: string): boolean => Buffer.from(part.replaceAll(',', '/'), 'base64').length % 2 === 0;

/** The name of a folder as a person reads it (modified UTF-7, RFC 3501, 5.1.3); what is none stays as it is. */
export const readableFolder = (name: string): string =>
  name.replace(/&([A-Za-z0-9+,]*)-/g, (whole, part: string) => {
    if (part === '') return '&';
    return isWhole(part) ? fromModifiedBase64(part) : whole;
  });
