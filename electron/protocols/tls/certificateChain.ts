import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { TrustAnchors } from './trustStore.ts';

/** More certificates than this, no honest server sends. */
const longestChain = 10;

/** The certificates as the server sent them, its own first. Empty when it sent none. */
export const sentChain = (socket: TLSSocket): X509Certificate[] => {
  const chain: X509Certificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next !== undefined && chain.length < longestChain) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
};

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

const isSame = (one: X509Certificate, other: X509Certificate): boolean =>
  one.fingerprint256 === other.fingerprint256;

/** The way from a server's certificate to a trusted one (RFC 5280, 6). */
export type CertificatePath = {
  /** Server's certificate first; without the trusted one, unless the server sent it. */
  certificates: X509Certificate[];
  /** The trusted certificate that the path ends at; null: it ends at nothing that is trusted. */
  anchor: X509Certificate | null;
};

/**
 * Follows the issuers from the server's certificate through those that it sent, until one is trusted or was issued by
 * a trusted one. Dates and names are judged elsewhere, so that each fault is seen on its own.
 */
export const certificatePath = (sent: readonly X509Certificate[], anchors: TrustAnchors): CertificatePath => {
  const certificates: X509Certificate[] = [];
  let current = sent[0];
  while (current !== undefined) {
    const certificate: X509Certificate = current;
    certificates.push(certificate);
    const anchor =
      anchors.bySubject(certificate.subject).find((trusted) => isSame(trusted, certificate)) ??
      anchors.bySubject(certificate.issuer).find((trusted) => isIssuedBy(certificate, trusted));
    if (anchor !== undefined) return { certificates, anchor };
    current = sent.find(
      (candidate) =>
        !certificates.some((seen) => isSame(seen, candidate)) && isIssuedBy(certificate, candidate),
    );
  }
  return { certificates, anchor: null };
};

/** True when a certificate is its own issuer. */
export const isSelfSigned = (certificate: X509Certificate): boolean => isIssuedBy(certificate, certificate);
