const bytesAsBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** What is sent of a file with a certificate: PEM (RFC 7468) as text, anything else as a PKCS#12 (RFC 7292) in base64. */
export const certificateContent = (bytes: Uint8Array): string => {
  const text = new TextDecoder().decode(bytes);
  return text.includes('-----BEGIN') ? text : bytesAsBase64(bytes);
};

const certificatePattern = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/;

/** The first certificate of a chain in PEM, which is the application's own; empty: there is none. */
export const leafOf = (chain: string): string => certificatePattern.exec(chain)?.[0] ?? '';
