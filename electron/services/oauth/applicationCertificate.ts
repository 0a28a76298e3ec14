import { createPrivateKey, X509Certificate } from 'node:crypto';
import { certificatesIn } from '../../protocols/tls/readCertificate.ts';

/**
 * The certificates in a text, PEM (RFC 7468), in their order and without what stands around them, such as a private key.
 * Null: there is none, or one of them cannot be read.
 */
export const certificateBlocks = (text: string): string | null => {
  const found = certificatesIn(text);
  const read = found.filter((certificate) => certificate !== null);
  if (read.length === 0 || read.length < found.length) return null;
  return read.map(({ pem }) => pem).join('');
};

/** As `certificateBlocks`; a text that cannot be read stays as it is: it is refused before it is used. */
export const shownCertificate = (text: string): string => certificateBlocks(text) ?? text;

/** True for the private key (PEM, without a passphrase) of the first certificate (PEM). */
export const isKeyOf = (certificate: string, privateKey: string): boolean => {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
  } catch (error) {
    // Whatever OpenSSL objects to, the answer to the person is the same.
    if (error instanceof Error) return false;
    throw error;
  }
};
