import { type FieldIssue, refuseField } from '../../contract/failures.ts';
import type { Certificate } from '../../contract/proof/evidence.ts';
import type { CertificateFaultCode } from '../../protocols/oauth/certificateFault.ts';
import { ClientCertificateError, openClientCertificate } from '../../protocols/oauth/clientCertificate.ts';
import { certificatesIn } from '../../protocols/tls/readCertificate.ts';

/** `chain`: PEM, the leaf first; `privateKey`: PEM (PKCS#8), without a passphrase. */
export type ClientCertificate = { certificate: Certificate; chain: string; privateKey: string };

type Path = FieldIssue['path'];
/** The fields that a fault is told at. */
export type ClientCertificatePaths = { content: Path; passphrase: Path };

const codes: Readonly<Record<CertificateFaultCode, string>> = {
  unreadable: 'certificate',
  noCertificate: 'certificate',
  noKey: 'privateKeyMissing',
  keyDoesNotMatch: 'privateKeyOther',
  passphraseWrong: 'passphraseWrong',
  tooCostly: 'tooCostly',
};

const refuse = (
  fault: CertificateFaultCode,
  isGiven: boolean,
  { content, passphrase }: ClientCertificatePaths,
) => {
  if (fault !== 'passphraseWrong') return refuseField(content, codes[fault]);
  return refuseField(passphrase, isGiven ? codes[fault] : 'passphraseNeeded');
};

/**
 * Reads the certificate of an application with its private key: PEM, or PKCS#12 (RFC 7292). INVALID_INPUT at `content`
 * (`certificate`, `privateKeyMissing`, `privateKeyOther`, `tooCostly`), at `passphrase` (`passphraseWrong`, `passphraseNeeded`); the signal's reason.
 */
export const readClientCertificate = async (
  content: Buffer,
  passphrase: string | null,
  paths: ClientCertificatePaths,
  signal: AbortSignal,
): Promise<ClientCertificate> => {
  const isGiven = (passphrase ?? '') !== '';
  try {
    const opened = await openClientCertificate(content, passphrase, signal);
    const { certificatePem: chain, privateKeyPem: privateKey } = opened;
    const certificate = certificatesIn(chain)[0] ?? null;
    if (certificate === null) throw refuse('unreadable', isGiven, paths);
    return { certificate, chain, privateKey };
  } catch (error) {
    throw error instanceof ClientCertificateError ? refuse(error.code, isGiven, paths) : error;
  }
};
