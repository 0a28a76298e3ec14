import type { Finding } from '../../../contract/proof/finding.ts';
import { StageFailure } from '../../proof/stage.ts';
import { explainDirectoryError, type Standing } from './explainDirectoryError.ts';
import { silentWork } from './silentWork.ts';

/** A directory could not be used; the finding says why, as a proof would. */
export class DirectoryObstacle extends Error {
  override readonly name = 'DirectoryObstacle';
  readonly finding: Finding;

  constructor(finding: Finding, cause?: unknown) {
    super(finding.code, { cause });
    this.finding = finding;
  }
}

/** Is told what nobody foresaw. */
export type ReportError = (stage: Standing['stage'], error: unknown) => void;

/** What an error of a step means, as an error with its finding. */
export const toObstacle = (error: unknown, standing: Standing, report: ReportError): DirectoryObstacle => {
  if (error instanceof DirectoryObstacle) return error;
  if (error instanceof StageFailure) return new DirectoryObstacle(error.finding, error);
  const { evidence } = silentWork(new AbortController().signal);
  const finding = explainDirectoryError(error, standing, {
    evidence,
    report: (unforeseen) => report(standing.stage, unforeseen),
  });
  return new DirectoryObstacle(finding, error);
};
