import { type KeyObject, X509Certificate } from 'node:crypto';
import { CertificateFault } from './certificateFault.ts';
import { readPkcs12 } from './readPkcs12.ts';
import { readPrivateKeyDer, readPrivateKeyPem } from './readPrivateKey.ts';

/** What a client proves itself with, and what a person knows it by. */
export type ClientCertificate = {
  /** The application's certificate, then the others that were in the file. */
  certificatePem: string;
  /** PKCS#8, not encrypted. */
  privateKeyPem: string;
  /** Hexadecimal in capital letters, without colons, as Entra shows it. */
  thumbprintSha256: string;
  /** One part a line, as Node gives it. */
  subject: string;
  notAfter: Date;
  /** `rsa` or `ec`; Entra takes RSA only. */
  keyType: string;
};

const certificateBlocks = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;

const toCertificate = (data: string | Uint8Array): X509Certificate => {
  try {
    return new X509Certificate(data);
  } catch (error) {
    if (error instanceof Error) throw new CertificateFault('unreadable');
    throw error;
  }
};

type Found = { key: KeyObject | null; certificates: X509Certificate[] };

const readPem = (text: string, passphrase: string | null): Found => ({
  key: readPrivateKeyPem(text, passphrase),
  certificates: (text.match(certificateBlocks) ?? []).map(toCertificate),
});

const readPfx = (file: Uint8Array, passphrase: string | null): Found => {
  const { keys, certificates } = readPkcs12(file, passphrase);
  const [key] = keys;
  return {
    key: key === undefined ? null : readPrivateKeyDer(Buffer.from(key), null),
    certificates: certificates.map(toCertificate),
  };
};

/** The certificate of this key first. */
const inOrder = ({ key, certificates }: Found): { key: KeyObject; sorted: X509Certificate[] } => {
  if (key === null) throw new CertificateFault('noKey');
  if (certificates.length === 0) throw new CertificateFault('noCertificate');
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (own === undefined) throw new CertificateFault('keyDoesNotMatch');
  return { key, sorted: [own, ...certificates.filter((certificate) => certificate !== own)] };
};

/**
 * Reads an application's certificate and key from PEM (RFC 7468) or PKCS#12 (RFC 7292). It can take seconds.
 * @param passphrase null: none. Throws CertificateFault.
 */
export const readCertificateFile = (file: Uint8Array, passphrase: string | null): ClientCertificate => {
  const text = Buffer.from(file).toString('latin1');
  const found = text.includes('-----BEGIN ') ? readPem(text, passphrase) : readPfx(file, passphrase);
  const { key, sorted } = inOrder(found);
  const [own] = sorted;
  if (own === undefined) throw new CertificateFault('noCertificate');
  return {
    certificatePem: sorted.map((certificate) => certificate.toString()).join(''),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha256: own.fingerprint256.replaceAll(':', ''),
    subject: own.subject,
    notAfter: own.validToDate,
    keyType: key.asymmetricKeyType ?? 'unknown',
  };
};
