import type { Finding } from '../../contract/proof/finding.ts';

/**
 * A finding that mail has as well, for a directory: connections and certificates are the same everywhere, somebody else looks
 * after the server, and of the changes of a form only the trust in a certificate is one that this form has.
 */
export const forDirectory = (finding: Finding): Finding => ({
  ...finding,
  who: finding.who === 'mailAdministrator' ? 'directoryAdministrator' : finding.who,
  changes: finding.changes.filter(({ change }) => change === 'trustCertificate'),
});
