import { type KeyObject, X509Certificate } from 'node:crypto';
import { decodeText } from '../text/decodeText.ts';
import { pemCertificates } from '../tls/readCertificate.ts';
import { CertificateFault } from './certificateFault.ts';
import { readPkcs12 } from './readPkcs12.ts';
import { privateKeysIn, readPrivateKeyDer, readPrivateKeyPem } from './readPrivateKey.ts';

/** What a client proves itself with. */
export type ClientCertificate = {
  /** The application's certificate, then those above it that were in the file. */
  certificatePem: string;
  /** PKCS#8, not encrypted. */
  privateKeyPem: string;
};

const toCertificate = (data: string | Uint8Array): X509Certificate => {
  try {
    return new X509Certificate(data);
  } catch (error) {
    if (error instanceof Error) throw new CertificateFault('unreadable');
    throw error;
  }
};

/** `keys`: each is opened when it is wanted, and may then turn out to be none. */
type Found = { keys: (() => KeyObject)[]; certificates: X509Certificate[] };

const readPem = (text: string, passphrase: string | null): Found => ({
  keys: privateKeysIn(text).map((block) => () => readPrivateKeyPem(block, passphrase)),
  certificates: (text.match(pemCertificates) ?? []).map(toCertificate),
});

const readPfx = (file: Uint8Array, passphrase: string | null): Found => {
  const { keys, certificates } = readPkcs12(file, passphrase);
  return {
    keys: keys.map((key) => () => readPrivateKeyDer(Buffer.from(key), null)),
    certificates: certificates.map(toCertificate),
  };
};

type Pair = { key: KeyObject; own: X509Certificate };

/** The first key that one of the certificates is for. Where none is, what is wrong with a key says more than that. */
const findPair = ({ keys, certificates }: Found): Pair => {
  if (keys.length === 0) throw new CertificateFault('noKey');
  if (certificates.length === 0) throw new CertificateFault('noCertificate');
  const faults: CertificateFault[] = [];
  for (const open of keys)
    try {
      const key = open();
      const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
      if (own !== undefined) return { key, own };
    } catch (error) {
      if (!(error instanceof CertificateFault)) throw error;
      faults.push(error);
    }
  throw faults[0] ?? new CertificateFault('keyDoesNotMatch');
};

/** The others of a chain as `x5c` wants them (RFC 7515, 4.1.6): each certifies the one before. */
const above = (own: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] => {
  if (own.checkIssued(own)) return [];
  const issuer = others.find((other) => own.checkIssued(other) && own.verify(other.publicKey));
  if (issuer === undefined) return [];
  const rest = others.filter((other) => other !== issuer);
  return [issuer, ...above(issuer, rest)];
};

/**
 * Reads an application's certificate and key from PEM (RFC 7468) or PKCS#12 (RFC 7292). It can take seconds.
 * @param passphrase null: none. Throws CertificateFault.
 */
export const readCertificateFile = (file: Uint8Array, passphrase: string | null): ClientCertificate => {
  // OpenSSL wants lines that end with LF.
  const text = decodeText(file).replaceAll(/\r\n?/g, '\n');
  const found = text.includes('-----BEGIN ') ? readPem(text, passphrase) : readPfx(file, passphrase);
  const { key, own } = findPair(found);
  const chain = [own, ...above(own, found.certificates)];
  return {
    certificatePem: chain.map((certificate) => certificate.toString()).join(''),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
