import type { ServerReply } from '../../../electron/contract/proof/evidence.ts';
import type { StageResult } from '../../../electron/contract/proof/proof.ts';

/** The last reply of a failed stage, when it refuses (RFC 5321 4.2.1) or is no reply at all; else null. */
export const decidingReply = ({ status, evidence: { replies } }: StageResult): ServerReply | null => {
  const last = replies.at(-1);
  return status === 'failed' && last && (last.code ?? 500) >= 400 ? last : null;
};
