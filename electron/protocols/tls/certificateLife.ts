import type { TLSSocket } from 'node:tls';
import { sentChain } from './certificateChain.ts';
import type { TrustAnchors } from './trustStore.ts';

/** From when until when a certificate holds (RFC 5280, 4.1.2.5), in ms since 1970 UTC. */
export type CertificateLife = { validFrom: number; validTo: number };

/** How long the certificate of the server at the other end holds, whoever made it; null: the server sent none. */
export const certificateLife = (socket: TLSSocket, anchors: TrustAnchors): CertificateLife | null => {
  const [own] = sentChain(socket, anchors);
  if (own === undefined) return null;
  return { validFrom: own.validFromDate.getTime(), validTo: own.validToDate.getTime() };
};
