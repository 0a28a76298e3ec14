import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { hostToAscii } from '../dns/hostToAscii.ts';
import { errorCode } from '../net/connectionError.ts';
import { isSelfSigned, toCertificate } from './certificate.ts';
import { type CertificatePath, certificatePath, sentChain } from './certificateChain.ts';
import type { TrustAnchors } from './trustStore.ts';

/** One thing that is wrong with a certificate or with what stands above it. */
export type CertificateProblem =
  | { kind: 'missing' }
  | { kind: 'expired' | 'notYetValid' | 'keyTooWeak' | 'signatureTooWeak'; certificate: X509Certificate }
  | { kind: 'nameMismatch' }
  | { kind: 'selfSigned' | 'chainIncomplete' | 'unknownAuthority'; certificate: X509Certificate }
  /** What only OpenSSL sees: purpose, path length, signature. `code` is its own. */
  | { kind: 'notAccepted'; code: string };

export type CertificateVerdict = {
  /** As the server sent it, its own certificate first, without trusted ones. */
  chain: X509Certificate[];
  path: CertificatePath;
  /** The worst first; empty: nothing is wrong. */
  problems: CertificateProblem[];
};

/** CA/Browser Forum Baseline Requirements 6.1.5; NIST SP 800-131A. */
const smallestRsaBits = 2_048;
const smallestCurveBits = 224;

/** Signatures with MD2, MD5 or SHA-1 (RFC 8017, A.2.4; RFC 3279, 2.2), refused everywhere since SHA-1 was broken. */
const weakSignatures = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
  '1.2.840.10040.4.3',
]);

/** OpenSSL's codes for what is judged here, with more to tell. */
const judgedHere = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
]);

const hasWeakKey = (certificate: X509Certificate): boolean => {
  const { keyType, keyBits } = toCertificate(certificate);
  if (keyBits === null) return false;
  return keyBits < (keyType.startsWith('rsa') ? smallestRsaBits : smallestCurveBits);
};

/** What signs itself is trusted for what it is, or not at all: nobody looks at that signature. */
const hasWeakSignature = (certificate: X509Certificate): boolean =>
  weakSignatures.has(certificate.signatureAlgorithmOid) && !isSelfSigned(certificate);

const weaknesses = (certificates: readonly X509Certificate[]): CertificateProblem[] =>
  certificates.flatMap((certificate): CertificateProblem[] => [
    ...(hasWeakKey(certificate) ? [{ kind: 'keyTooWeak', certificate } as const] : []),
    ...(hasWeakSignature(certificate) ? [{ kind: 'signatureTooWeak', certificate } as const] : []),
  ]);

const trustProblem = ({ certificates, anchor }: CertificatePath): CertificateProblem[] => {
  const last = certificates.at(-1);
  if (anchor !== null || last === undefined) return [];
  if (!isSelfSigned(last))
    return [{ kind: certificates.length === 1 ? 'chainIncomplete' : 'unknownAuthority', certificate: last }];
  return [{ kind: certificates.length === 1 ? 'selfSigned' : 'unknownAuthority', certificate: last }];
};

const dateProblems = (certificates: readonly X509Certificate[], now: Date): CertificateProblem[] =>
  certificates.flatMap((certificate): CertificateProblem[] => {
    if (certificate.validToDate < now) return [{ kind: 'expired', certificate }];
    return certificate.validFromDate > now ? [{ kind: 'notYetValid', certificate }] : [];
  });

/** RFC 9525: names of subjectAltName only; a certificate without any is judged by its common name, as OpenSSL does. */
const hasName = (certificate: X509Certificate, host: string): boolean => {
  const name = hostToAscii(host);
  return (isIP(name) > 0 ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;
};

/** OpenSSL's or Node's code; the types of Node call it an error, what comes is a string. */
const verdictCode = (socket: TLSSocket): string | null => {
  const verdict: unknown = socket.authorizationError;
  if (socket.authorized || verdict === null || verdict === undefined) return null;
  return typeof verdict === 'string' ? verdict : errorCode(verdict);
};

/**
 * OpenSSL's verdict, where it is about something that nobody here has named. It gives one code only: that of a fault
 * which is judged here hides another one, unless nothing was found here; a weak key or signature is UNSPECIFIED.
 */
const openSslProblem = (socket: TLSSocket, known: readonly CertificateProblem[]): CertificateProblem[] => {
  const code = verdictCode(socket);
  if (code === null) return [];
  const isNamed = known.length > 0 && (judgedHere.has(code) || code === 'UNSPECIFIED');
  return isNamed ? [] : [{ kind: 'notAccepted', code }];
};

export type JudgedName = {
  host: string;
  /** Names that are as good as that of the host. */
  otherNames?: readonly string[];
  anchors: TrustAnchors;
  now: Date;
};

/**
 * Judges the certificate of a secured socket on its own: trust, dates, name, key and signature, each fault even when another one
 * would hide it, and at last OpenSSL's own verdict.
 */
export const judgeCertificate = (
  socket: TLSSocket,
  { host, otherNames = [], anchors, now }: JudgedName,
): CertificateVerdict => {
  const chain = sentChain(socket, anchors);
  const [own] = chain;
  const path = certificatePath(chain, anchors);
  if (own === undefined) return { chain, path, problems: [{ kind: 'missing' }] };
  const problems: CertificateProblem[] = [
    ...dateProblems(path.certificates, now),
    ...([host, ...otherNames].some((name) => hasName(own, name)) ? [] : [{ kind: 'nameMismatch' } as const]),
    ...trustProblem(path),
    ...weaknesses(path.certificates),
  ];
  return { chain, path, problems: [...problems, ...openSslProblem(socket, problems)] };
};
