import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { TrustAnchors } from './trustStore.ts';

const derOf = (socket: TLSSocket): Buffer[] => {
  const found: Buffer[] = [];
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  // Node gives an empty object for no certificate, and lets a self-signed one be its own issuer.
  while (next?.raw !== undefined && !found.some((seen) => seen.equals(next?.raw ?? seen))) {
    found.push(next.raw);
    next = next.issuerCertificate;
  }
  return found;
};

const isSame = (one: X509Certificate, other: X509Certificate): boolean =>
  one.fingerprint256 === other.fingerprint256;

const isTrusted = (certificate: X509Certificate, anchors: TrustAnchors): boolean =>
  anchors.bySubject(certificate.subject).some((trusted) => isSame(trusted, certificate));

/**
 * The certificates that the server sent, its own first; empty when it sent none. Trusted ones at the end are left out:
 * Node adds them itself. (`getPeerX509Certificate` would tell, but Node 24 takes the certificates out of OpenSSL's own
 * list with it: the next call misses them, and the process can crash.)
 */
export const sentChain = (socket: TLSSocket, anchors: TrustAnchors): X509Certificate[] => {
  const chain = derOf(socket).map((der) => new X509Certificate(der));
  const end = chain.findIndex((certificate, index) => index > 0 && isTrusted(certificate, anchors));
  return end < 0 ? chain : chain.slice(0, end);
};

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

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
