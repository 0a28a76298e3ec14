import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { type CertificateProblem, judgeCertificate } from './judgeCertificate.ts';
import { type HandshakeOptions, secureSocket } from './secureSocket.ts';

/** OpenSSL's and Node's codes for what is judged here. */
const codes = {
  missing: 'ERR_TLS_CERT_MISSING',
  expired: 'CERT_HAS_EXPIRED',
  notYetValid: 'CERT_NOT_YET_VALID',
  keyTooWeak: 'EE_KEY_TOO_SMALL',
  signatureTooWeak: 'CA_MD_TOO_WEAK',
  nameMismatch: 'ERR_TLS_CERT_ALTNAME_INVALID',
  selfSigned: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  chainIncomplete: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  unknownAuthority: 'SELF_SIGNED_CERT_IN_CHAIN',
} as const satisfies Record<Exclude<CertificateProblem['kind'], 'notAccepted'>, string>;

/** A certificate that is not trusted: nothing was sent to that server. `code` is that of the worst problem. */
export class CertificateRefusal extends Error {
  override readonly name = 'CertificateRefusal';
  readonly code: string;
  /** The worst first. */
  readonly problems: readonly CertificateProblem[];

  constructor(worst: CertificateProblem, problems: readonly CertificateProblem[]) {
    const code = worst.kind === 'notAccepted' ? worst.code : codes[worst.kind];
    super(code);
    this.code = code;
    this.problems = problems;
  }
}

/**
 * Makes the TLS handshake on a connected socket, and takes it only where nothing at all is wrong with the certificate.
 * Throws CertificateRefusal, or what `secureSocket` throws; then the socket is closed.
 */
export const openTrusted = async (socket: Socket, options: HandshakeOptions): Promise<TLSSocket> => {
  const secured = await secureSocket(socket, options);
  const { problems } = judgeCertificate(secured, { ...options, now: new Date() });
  const [worst] = problems;
  if (worst === undefined) return secured;
  secured.destroy();
  throw new CertificateRefusal(worst, problems);
};
