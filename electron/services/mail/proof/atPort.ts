import type { Finding } from '../../../contract/proof/finding.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';

/** The finding, or where a port refused the connection, the one whose advice fits the service that should listen there. */
export const atPort = (
  finding: Finding,
  refusedCode: Extract<FindingCode, 'ewsConnectionRefused' | 'oauthConnectionRefused'>,
): Finding => (finding.code === 'connectionRefused' ? makeFinding(refusedCode, finding.parameters) : finding);
