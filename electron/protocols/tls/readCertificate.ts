import { X509Certificate } from 'node:crypto';
import type { Certificate } from '../../contract/proof/evidence.ts';
import { toCertificate } from './certificate.ts';

/** PEM (RFC 7468), also by the names that OpenSSL knows besides. */
export const pemCertificates =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\sA-Za-z0-9+/=]+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const bareBase64 = /^[A-Za-z0-9+/]+={0,2}$/;

const parse = (data: string | Buffer): Certificate | null => {
  try {
    return toCertificate(new X509Certificate(data));
  } catch (error) {
    // Whatever OpenSSL objects to, the answer to the person is the same: this is no certificate.
    if (error instanceof Error) return null;
    throw error;
  }
};

/**
 * All certificates in a text, in their order: PEM (RFC 7468) with anything around it, or the base64 of one DER alone.
 * Null for one that cannot be read.
 */
export const certificatesIn = (text: string): (Certificate | null)[] => {
  const blocks = text.replaceAll(/\r\n?/g, '\n').match(pemCertificates) ?? [];
  if (blocks.length > 0) return blocks.map(parse);
  const bare = text.replace(/\s+/g, '');
  return bareBase64.test(bare) ? [parse(Buffer.from(bare, 'base64'))] : [];
};

/**
 * Reads a certificate from pasted text: PEM (RFC 7468) with anything around it, or the base64 of the DER alone. Of
 * several certificates it takes the authority that vouches for the others: the first self-signed one, else the first
 * CA, else the first. Null when there is none, or one that cannot be read.
 */
export const readCertificateText = (text: string): { certificate: Certificate; found: number } | null => {
  const read = certificatesIn(text);
  const certificates = read.filter((certificate) => certificate !== null);
  if (certificates.length < read.length) return null;
  const authorities = certificates.filter(({ isAuthority }) => isAuthority);
  const certificate = authorities.find(({ selfSigned }) => selfSigned) ?? authorities[0] ?? certificates[0];
  return certificate === undefined ? null : { certificate, found: certificates.length };
};
