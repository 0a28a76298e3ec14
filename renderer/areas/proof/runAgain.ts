import { type ProofRun, resultOf, withLine } from './proofRun.ts';
import { isSameLine, type LineName, lineOf } from './stageState.ts';

/** The proof while one line of it runs again. */
export const whileAgain = (run: ProofRun, line: LineName): ProofRun =>
  withLine(run, line, { startedAtMs: 0, result: null });

/**
 * The proof after one line of it was run again at `at` (ISO 8601), in a proof of its own: the new result and dialogue stand
 * in the place of the old ones, all else stays, also how the proof ended and what may be saved by it. Where the line came
 * to no new result it stays as it was.
 */
export const afterAgain = (run: ProofRun, line: LineName, again: ProofRun | null, at: string): ProofRun => {
  const result = again && resultOf(again, line);
  if (!again || !result || result.status === 'skipped' || result.status === 'cancelled') return run;
  const isOfLine = (said: { stage: LineName['stage']; controller?: string | undefined }) =>
    isSameLine(lineOf(said), line);
  return {
    ...withLine(run, line, { result, againAt: at }),
    transcript: [
      ...run.transcript.filter((said) => !isOfLine(said)),
      ...again.transcript.filter((said) => isOfLine(said)),
    ],
  };
};
