import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Certificate } from '../../contract/proof/evidence.ts';

const curveBits: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  secp256k1: 256,
};

/** Most specific part first, as Windows shows it: `CN=mail.corp.example, O=Corp, C=DE`. */
const distinguishedName = (lines: string): string => lines.split('\n').reverse().join(', ');

/** `DNS:a, IP Address:10.0.0.1` to its parts; OpenSSL quotes a value that contains a comma or a quote. */
const subjectNames = (alternative: string | undefined): string[] =>
  [...(alternative ?? '').matchAll(/([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/g)].map(
    ([, type = '', value = '']) => `${type === 'IP Address' ? 'IP' : type}:${value}`,
  );

const keyBits = (key: KeyObject): number | null => {
  const details = key.asymmetricKeyDetails;
  return details?.modulusLength ?? curveBits[details?.namedCurve ?? ''] ?? null;
};

/**
 * True when a certificate is its own issuer, whatever it may sign: those that Windows and Exchange make for a server may
 * sign nothing, and `checkIssued` would say no.
 */
export const isSelfSigned = (certificate: X509Certificate): boolean =>
  certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);

/** What a person needs to judge an X.509 certificate (RFC 5280). Throws when its key is of a kind that OpenSSL does not know. */
export const toCertificate = (certificate: X509Certificate): Certificate => ({
  subject: distinguishedName(certificate.subject),
  issuer: distinguishedName(certificate.issuer),
  names: subjectNames(certificate.subjectAltName),
  validFrom: certificate.validFromDate.toISOString(),
  validTo: certificate.validToDate.toISOString(),
  serialNumber: certificate.serialNumber,
  fingerprint: certificate.fingerprint256,
  keyType: certificate.publicKey.asymmetricKeyType ?? 'unknown',
  keyBits: keyBits(certificate.publicKey),
  isAuthority: certificate.ca,
  selfSigned: isSelfSigned(certificate),
  pem: certificate.toString(),
});
