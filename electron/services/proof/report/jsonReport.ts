import type { StageResult } from '../../../contract/proof/proof.ts';
import type { LoggedProof } from '../proofLog.ts';
import type { ReportTexts } from './reportTexts.ts';

const explained = ({ finding }: StageResult, texts: ReportTexts) =>
  finding && {
    code: finding.code,
    severity: finding.severity,
    who: finding.who,
    permanent: finding.permanent,
    parameters: finding.parameters,
    title: texts.title(finding),
    cause: texts.cause(finding),
    remedy: texts.remedy(finding),
    command: finding.command,
  };

/** The report for programs: what was seen, as the contract shapes it, and what it means in one language. */
export const jsonReport = (proof: LoggedProof, texts: ReportTexts): string => {
  const stages = proof.stages.map((stage) => ({ ...stage, finding: explained(stage, texts) }));
  return `${JSON.stringify({ language: texts.language, ...proof, stages }, null, 2)}\n`;
};
