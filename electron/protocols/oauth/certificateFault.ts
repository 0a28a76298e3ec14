export type CertificateFaultCode =
  /** The passphrase is wrong, or missing. */
  | 'passphraseWrong'
  /** There is no private key in it. */
  | 'noKey'
  /** There is no certificate in it. */
  | 'noCertificate'
  /** The key is that of another certificate. */
  | 'keyDoesNotMatch'
  /** Neither PEM nor PKCS#12, or of a kind that is not known. */
  | 'unreadable'
  /** Larger, or made to take longer to open, than any honest file. */
  | 'tooCostly';

/** Why a file is no certificate with its key. */
export class CertificateFault extends Error {
  override readonly name = 'CertificateFault';
  readonly code: CertificateFaultCode;

  constructor(code: CertificateFaultCode) {
    super(code);
    this.code = code;
  }
}

/** More rounds to make a key from a passphrase than any program in use makes by itself (OWASP names 600,000). */
export const mostIterations = 600_000;

/** In bytes. */
export const largestFile = 1_048_576;
