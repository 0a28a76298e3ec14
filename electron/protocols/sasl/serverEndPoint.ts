import { createHash, getHashes, X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import type { Socket } from 'node:net';

const hashIn = (signature: string): string | null =>
  /(md5|sha\d+)/i.exec(signature)?.[1]?.toLowerCase() ?? null;

/** RFC 5929, 4.1: MD5 and SHA-1 are replaced by SHA-256. */
const replaced = new Set(['md5', 'sha1']);

/**
 * The channel binding `tls-server-end-point` (RFC 5929, 4): the certificate's hash, by the hash function of its
 * signature; null where that has none (Ed25519) or does not name it in its algorithm (RSA-PSS).
 */
export const endPointOf = (certificate: X509Certificate): Buffer | null => {
  const named = hashIn(certificate.signatureAlgorithm ?? '');
  if (named === null) return null;
  const hash = replaced.has(named) ? 'sha256' : named;
  return getHashes().includes(hash) ? createHash(hash).update(certificate.raw).digest() : null;
};

/** The same for a connection; null: it is not protected by TLS. */
export const serverEndPoint = (socket: Socket): Buffer | null => {
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  return certificate === undefined ? null : endPointOf(certificate);
};
