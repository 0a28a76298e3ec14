import type { Trust } from '../../contract/mail/profile.ts';
import { readCertificateText } from '../../protocols/tls/readCertificate.ts';

/**
 * Trust in the one certificate that a person is shown of the text that was pasted, whatever else is in it. A text that
 * cannot be read stays as it is: it is refused before it is used, see `trustIssues.ts`.
 */
export const shownTrust = (trust: Trust): Trust => {
  if (trust.mode === 'system') return trust;
  const read = readCertificateText(trust.pem);
  return read === null ? trust : { mode: 'certificate', pem: read.certificate.pem };
};
