const linesOf64 = (text: string): string => text.replace(/(.{64})/g, '$1\n').trimEnd();

/** Windows PowerShell 5 writes UTF-16 with `>`. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';

/**
 * The text of a certificate file as PEM (RFC 7468): PEM as it is; DER, as Windows writes .cer files by default, is
 * wrapped into it. Whether a certificate is inside is the service's word.
 */
export const certificateText = (bytes: Uint8Array): string => {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('-----BEGIN')) return text;
  const base64 = linesOf64(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
};
