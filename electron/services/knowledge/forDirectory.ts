import type { Finding } from '../../contract/proof/finding.ts';

/** Connections and certificates are the same everywhere; who looks after the server is another team for a directory. */
export const forDirectory = (finding: Finding): Finding =>
  finding.who === 'mailAdministrator' ? { ...finding, who: 'directoryAdministrator' } : finding;
