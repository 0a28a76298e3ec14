import type { RunControllerStage } from './directoryStage.ts';

/** Encrypts the connection, by LDAPS or StartTLS (RFC 4513, 3), and judges the certificate. */
export const runSecure: RunControllerStage = (work, proof, controller) =>
  proof.sessionOf(controller).secure(work);
