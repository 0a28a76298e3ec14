export type JsonObject = Record<string, unknown>;

/**
 * The value that a JSON text holds, behind a byte order mark if there is one (RFC 8259, 8.1); undefined, which no JSON text holds:
 * it is none. The length of the text is for whoever reads it from a connection to limit.
 */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** The same where only an object is of use; null: the text holds none. */
export const readJsonObject = (text: string): JsonObject | null => {
  const value = readJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
};
