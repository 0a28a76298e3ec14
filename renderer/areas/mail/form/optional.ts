/** A text that may be left empty; null: it was. */
export const optional = (text: string): string | null => (text.trim() === '' ? null : text);
