import type { Finding } from '../../../contract/proof/finding.ts';
import { forDirectory } from '../../knowledge/forDirectory.ts';

/**
 * A finding that mail has as well, for a directory: somebody else looks after the server, and of the changes of a form
 * only the trust in a certificate is one that this form has.
 */
export const directoryFinding = (finding: Finding): Finding => ({
  ...forDirectory(finding),
  changes: finding.changes.filter(({ change }) => change === 'trustCertificate'),
});
