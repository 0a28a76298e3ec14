import { type ProofRun, withLine } from './proofRun.ts';
import { isSameLine, type LineName, lineOf, linesOf, type ProofLine } from './stageState.ts';

/** The line itself; of a stage as a whole the lines of all its controllers. */
const concerned = ({ stages }: ProofRun, { stage, controller }: LineName): ProofLine[] =>
  stages
    .filter((state) => state.stage === stage)
    .flatMap(linesOf)
    .filter((line) => controller === null || line.controller === controller);

/** The proof while a line of it, or a whole stage, runs again. */
export const whileAgain = (run: ProofRun, name: LineName): ProofRun =>
  concerned(run, name).reduce((shown, line) => withLine(shown, line, { startedAtMs: 0, result: null }), run);

/**
 * The proof after a line of it, or a whole stage, was run again at `at` (ISO 8601), in a proof of its own: the new results and
 * dialogues stand in the place of the old ones, all else stays, also how the proof ended and what may be saved by it. A line
 * that came to no new result stays as it was.
 */
export const afterAgain = (run: ProofRun, name: LineName, again: ProofRun | null, at: string): ProofRun => {
  const fresh = (again ? concerned(again, name) : []).filter(
    ({ result }) => result?.status === 'passed' || result?.status === 'failed',
  );
  if (!again || fresh.length === 0) return run;
  const isFresh = (said: { stage: LineName['stage']; controller?: string | undefined }) =>
    fresh.some((line) => isSameLine(line, lineOf(said)));
  const shown = fresh.reduce(
    (before, line) => withLine(before, line, { result: line.result, againAt: at }),
    run,
  );
  return {
    ...shown,
    transcript: [
      ...run.transcript.filter((said) => !isFresh(said)),
      ...again.transcript.filter((said) => isFresh(said)),
    ],
  };
};
