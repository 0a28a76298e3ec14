import { fail, type FieldIssue } from '../../contract/failures.ts';
import type { Certificate } from '../../contract/proof/evidence.ts';
import {
  type ClientCertificateFault,
  openClientCertificate,
  UnusableCertificate,
} from '../../protocols/oauth/clientCertificate.ts';
import { certificatesIn } from '../../protocols/tls/readCertificate.ts';

/** `chain`: PEM, the leaf first; `privateKey`: PEM (PKCS#8), without a passphrase. */
export type ClientCertificate = { certificate: Certificate; chain: string; privateKey: string };

type Path = FieldIssue['path'];
/** The fields that a fault is told at. */
export type ClientCertificatePaths = { content: Path; passphrase: Path };

const codes: Readonly<Record<ClientCertificateFault, string>> = {
  unreadable: 'certificate',
  noKey: 'privateKeyMissing',
  keyDoesNotMatch: 'privateKeyOther',
  passphraseWrong: 'passphraseWrong',
  tooCostly: 'tooCostly',
};

const refuse = (fault: ClientCertificateFault, { content, passphrase }: ClientCertificatePaths) =>
  fail('INVALID_INPUT', {
    issues: [
      { path: fault === 'passphraseWrong' ? passphrase : content, code: codes[fault], parameters: {} },
    ],
  });

/**
 * Reads the certificate of an application with its private key: PEM, or PKCS#12 (RFC 7292). INVALID_INPUT at `content`
 * (`certificate`, `privateKeyMissing`, `privateKeyOther`, `tooCostly`), at `passphrase` (`passphraseWrong`).
 */
export const readClientCertificate = async (
  content: Buffer,
  passphrase: string | null,
  paths: ClientCertificatePaths,
): Promise<ClientCertificate> => {
  try {
    const { certificatePem: chain, privateKeyPem: privateKey } = await openClientCertificate(
      content,
      passphrase,
    );
    const certificate = certificatesIn(chain)[0] ?? null;
    if (certificate === null) throw refuse('unreadable', paths);
    return { certificate, chain, privateKey };
  } catch (error) {
    throw error instanceof UnusableCertificate ? refuse(error.fault, paths) : error;
  }
};
