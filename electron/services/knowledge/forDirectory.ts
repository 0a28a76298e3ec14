import type { Finding } from '../../contract/proof/finding.ts';

/** What only a mail server can be asked, although Kerberos tells it. */
const aboutMail: ReadonlySet<string> = new Set(['kerberosSignInRefused']);

/**
 * A finding that mail has as well, for a directory: connections and certificates are the same everywhere, somebody else looks
 * after the server, and of the changes of a form only the trust in a certificate is one that this form has.
 */
export const forDirectory = (finding: Finding): Finding => ({
  ...finding,
  who:
    finding.who === 'mailAdministrator' && !aboutMail.has(finding.code)
      ? 'directoryAdministrator'
      : finding.who,
  changes: finding.changes.filter(({ change }) => change === 'trustCertificate'),
});
