import { createPrivateKey, type KeyObject } from 'node:crypto';
import { errorCode } from '../net/connectionError.ts';
import { CertificateFault, mostIterations } from './certificateFault.ts';
import { type DerElement, readDer } from './readDer.ts';

const integer = 0x02;
const objectIdentifier = 0x06;
const sequence = 0x30;
/** 1.3.6.1.4.1.11591.4.11 (RFC 7914, 7). */
const scrypt = '2b06010401da47040b';

const passphraseErrors = /MISSING_PASSPHRASE|BAD_DECRYPT|BAD_PASSWORD|INTERRUPTED|PASSPHRASE/i;
const begin = /-----BEGIN ((?:ENCRYPTED |RSA |EC )?)PRIVATE KEY-----/g;
/** How OpenSSL encrypts keys of its own: with one round (RFC 1421, 4.6.1). */
const oldEncryption = /^\s*Proc-Type:/;

const contentsOf = ({ tag, content, children }: DerElement, wanted: number): Buffer[] => [
  ...(tag === wanted ? [content] : []),
  ...children.flatMap((child) => contentsOf(child, wanted)),
];

/** Infinity: larger than the number of anything. */
const toNumber = (content: Buffer): number =>
  content.length === 0 || content.length > 6 ? Infinity : content.readUIntBE(0, content.length);

/** Rounds, or with scrypt what comes near to them: its three numbers make the work together. */
const costOf = (algorithm: DerElement): number => {
  const numbers = contentsOf(algorithm, integer).map((content) => Math.max(1, toNumber(content)));
  const isScrypt = contentsOf(algorithm, objectIdentifier).some((id) => id.toString('hex') === scrypt);
  return isScrypt ? numbers.reduce((product, number) => product * number, 1) : Math.max(0, ...numbers);
};

/** An encrypted key (RFC 5958, 3) begins with how it is encrypted, any other with a number. */
const refuseCostly = (der: Buffer): void => {
  const [key, more] = readDer(der) ?? [];
  if (key?.tag !== sequence || more !== undefined) throw new CertificateFault('unreadable');
  const [first] = key.children;
  if (first?.tag === sequence && costOf(first) > mostIterations) throw new CertificateFault('tooCostly');
};

type Opened = Parameters<typeof createPrivateKey>[0];

const open = (key: Opened): KeyObject => {
  try {
    return createPrivateKey(key);
  } catch (error) {
    const isPassphrase = passphraseErrors.test(errorCode(error) ?? '');
    throw new CertificateFault(isPassphrase ? 'passphraseWrong' : 'unreadable');
  }
};

const derTypes: Readonly<Record<string, 'pkcs1' | 'sec1'>> = { 'RSA ': 'pkcs1', 'EC ': 'sec1' };

/**
 * Reads a private key: PKCS#8 (RFC 5958), or what OpenSSL makes of RSA and EC (RFC 8017, A.1.2; RFC 5915).
 * OpenSSL is given nothing that is not DER, since only of that is known beforehand how long it takes.
 * @param passphrase null: none. Throws CertificateFault.
 */
export const readPrivateKeyDer = (
  key: Buffer,
  passphrase: string | null,
  type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8',
): KeyObject => {
  refuseCostly(key);
  return open({ key, format: 'der', type, ...(passphrase === null ? {} : { passphrase }) });
};

/** A private key in PEM (RFC 7468), which may be cut off; `kind`: how it begins before the words PRIVATE KEY. */
type KeyBlock = { line: string; kind: string; after: string };

/** The private keys in a text, in their order. */
export const privateKeysIn = (text: string): KeyBlock[] =>
  [...text.matchAll(begin)].map(({ index, 0: line, 1: kind = '' }) => ({
    ...{ line, kind },
    after: text.slice(index + line.length),
  }));

/** Opens one of them. Throws CertificateFault. */
export const readPrivateKeyPem = ({ line, kind, after }: KeyBlock, passphrase: string | null): KeyObject => {
  const body = after.slice(0, Math.max(0, after.indexOf('-----')));
  const end = `-----END ${kind}PRIVATE KEY-----`;
  if (!after.startsWith(end, body.length)) throw new CertificateFault('unreadable');
  const derType = derTypes[kind];
  if (derType !== undefined && oldEncryption.test(body))
    return open({ key: `${line}${body}${end}\n`, ...(passphrase === null ? {} : { passphrase }) });
  if (!/^[\sA-Za-z0-9+/=]*$/.test(body)) throw new CertificateFault('unreadable');
  return readPrivateKeyDer(Buffer.from(body, 'base64'), passphrase, derType);
};
