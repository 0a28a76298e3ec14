import { pbkdf2Sync } from 'node:crypto';
import forge from 'node-forge';
import { CertificateFault, mostIterations } from './certificateFault.ts';

/** What a PKCS#12 file holds, as DER: keys as PKCS#8, certificates as X.509. */
export type Pkcs12Content = { keys: Uint8Array[]; certificates: Uint8Array[] };

type DeriveKey = (...parameters: [string, unknown, number, number, ...unknown[]]) => unknown;
type Pbkdf2 = (...parameters: [string, string, number, number, { algorithm: string }]) => string;
/** Parts of the library that its types leave out. */
type Inner = {
  pkcs12: { generateKey: DeriveKey };
  pki: { pbe: { generatePkcs12Key: DeriveKey }; privateKeyFromAsn1: () => never };
  pkcs5: { pbkdf2: Pbkdf2 };
};

const checkRounds = (rounds: number): void => {
  if (rounds > mostIterations) throw new CertificateFault('tooCostly');
};

const limited =
  (derive: DeriveKey): DeriveKey =>
  (...parameters) => {
    checkRounds(parameters[3]);
    return derive(...parameters);
  };

const leaveAsItIs = (): never => {
  throw new Error('The key is read elsewhere.');
};

/**
 * Only here the library knows how often a key is to be hashed, however deep that stands in the file. Its own PBKDF2 is a
 * hundred times slower than that of Node, and wrong for other letters than ASCII. It would take every key of RSA for one
 * that may do everything: a bag whose key it cannot read keeps the key as it is.
 */
const limitLibrary = (inner: Inner): void => {
  inner.pkcs12.generateKey = limited(inner.pkcs12.generateKey);
  inner.pki.pbe.generatePkcs12Key = limited(inner.pki.pbe.generatePkcs12Key);
  inner.pki.privateKeyFromAsn1 = leaveAsItIs;
  inner.pkcs5.pbkdf2 = (...[password, salt, rounds, length, { algorithm }]) => {
    checkRounds(rounds);
    return pbkdf2Sync(password, Buffer.from(salt, 'latin1'), rounds, length, algorithm).toString('latin1');
  };
};

let isLimited = false;

const library = (): typeof forge => {
  if (!isLimited) limitLibrary(forge as unknown as Inner);
  isLimited = true;
  return forge;
};

type Bag = { asn1: forge.asn1.Asn1 | undefined; cert?: unknown };

const toDer = (asn1: forge.asn1.Asn1): Uint8Array =>
  Buffer.from(library().asn1.toDer(asn1).getBytes(), 'latin1');

const keyOf = ({ asn1 }: Bag): Uint8Array[] => (asn1 === undefined ? [] : [toDer(asn1)]);

const certificateOf = ({ asn1, cert }: Bag): Uint8Array[] => {
  if (cert) return [toDer(library().pki.certificateToAsn1(cert as forge.pki.Certificate))];
  return asn1 === undefined ? [] : [toDer(asn1)];
};

const isWrongPassphrase = /Invalid password|wrong password|Failed to decrypt|could not be verified/i;

const open = (file: Uint8Array, passphrase: string | undefined): forge.pkcs12.Pkcs12Pfx => {
  const { asn1, pkcs12 } = library();
  try {
    const structure = asn1.fromDer(Buffer.from(file).toString('latin1'));
    // A file without a passphrase is made in two ways: with an empty one, and with none at all.
    return pkcs12.pkcs12FromAsn1(structure, false, passphrase);
  } catch (error) {
    if (error instanceof CertificateFault) throw error;
    if (!(error instanceof Error)) throw error;
    throw new CertificateFault(isWrongPassphrase.test(error.message) ? 'passphraseWrong' : 'unreadable');
  }
};

const openEither = (file: Uint8Array, passphrase: string | null): forge.pkcs12.Pkcs12Pfx => {
  if (passphrase !== null && passphrase !== '') return open(file, passphrase);
  try {
    return open(file, '');
  } catch (error) {
    if (error instanceof CertificateFault && error.code === 'passphraseWrong') return open(file, undefined);
    throw error;
  }
};

/**
 * Opens a PKCS#12 file (RFC 7292). It can take seconds, so it belongs in a thread of its own.
 * @param passphrase null: none. Throws CertificateFault.
 */
export const readPkcs12 = (file: Uint8Array, passphrase: string | null): Pkcs12Content => {
  const { oids } = library().pki;
  const opened = openEither(file, passphrase);
  const bagsOf = (type: string | undefined): Bag[] =>
    type === undefined ? [] : (opened.getBags({ bagType: type })[type] ?? []);
  return {
    keys: [...bagsOf(oids['pkcs8ShroudedKeyBag']), ...bagsOf(oids['keyBag'])].flatMap(keyOf),
    certificates: bagsOf(oids['certBag']).flatMap(certificateOf),
  };
};
