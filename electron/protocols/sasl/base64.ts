const form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/** Bytes of Base64 (RFC 4648, 4), with or without padding and blanks around it; null: it is none. */
export const decodeBase64 = (text: string): Buffer | null =>
  form.test(text.trim()) ? Buffer.from(text.trim(), 'base64') : null;
