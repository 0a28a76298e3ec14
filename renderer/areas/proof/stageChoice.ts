import type { ProofRun } from './proofRun.ts';
import type { LineName } from './stageState.ts';

/** What runs one line of a proof again; its result takes the place of the earlier one. */
export type LineAgain = { allowed: boolean; run: (line: LineName) => void };

/** What every line of a proof is shown with. */
export type StageChoice = {
  run: ProofRun;
  selected: LineName | null;
  /** Id of the element that shows the selected line. */
  detailsId: string;
  onSelect: (line: LineName) => void;
  /** Left out where a line cannot be run alone. */
  again?: LineAgain | undefined;
};
