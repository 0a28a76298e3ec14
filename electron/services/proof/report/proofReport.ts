import { fail } from '../../../contract/failures.ts';
import type { Language } from '../../../contract/languages.ts';
import type { loadTranslator } from '../../../locales/translate.ts';
import type { LoggedProof } from '../proofLog.ts';
import { htmlReport } from './htmlReport.ts';
import { jsonReport } from './jsonReport.ts';
import { createReportTexts, type ReportArea } from './reportTexts.ts';

export type ReportRequest = { proofId: string; format: 'html' | 'json'; language: Language };
export type ReportParts = {
  /** What was proven. */
  area: ReportArea;
  /** The proofs that this program finished since it started. */
  find: (proofId: string) => LoggedProof | null;
  loadTexts: typeof loadTranslator;
};
export type ReportFile = { fileName: string; mediaType: string; content: string };

const mediaTypes = { html: 'text/html; charset=utf-8', json: 'application/json' } as const;

/** `proof-head-office-2026-11-20T14-02.html`: letters and digits only, so that every system takes it. */
const fileNameOf = ({ profileName, startedAt }: LoggedProof, format: string): string => {
  const plain = profileName.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'profile';
  return `proof-${name}-${startedAt.slice(0, 16).replace(':', '-')}.${format}`;
};

/** Writes the report of a proof that this program made, for the team that can help: without secrets (REQUIREMENTS N13). NOT_FOUND. */
export const createProofReports =
  ({ area, find, loadTexts }: ReportParts) =>
  async ({ proofId, format, language }: ReportRequest): Promise<ReportFile> => {
    const proof = find(proofId);
    if (proof === null) throw fail('NOT_FOUND', {});
    const translate = await loadTexts(language, ['report', 'proof', 'findings', 'directory']);
    const texts = createReportTexts(area, language, translate);
    return {
      fileName: fileNameOf(proof, format),
      mediaType: mediaTypes[format],
      content: format === 'html' ? htmlReport(proof, texts) : jsonReport(proof, texts),
    };
  };

export type CreateProofReport = ReturnType<typeof createProofReports>;
