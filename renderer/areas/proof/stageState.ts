import type { StageName, StageResult } from '../../../electron/contract/proof/proof.ts';

/** A line of a proof: a stage, or what a stage is for one domain controller. */
export type LineName = {
  stage: StageName;
  /** Host name; null: the stage is about none. */
  controller: string | null;
};

type LineState = {
  /** Milliseconds after the start of the proof; null: has not begun. */
  startedAtMs: number | null;
  /** Null while it waits or runs. */
  result: StageResult | null;
  /** ISO 8601: when this line alone was run again, so that its result is of then; null: it was not. */
  againAt: string | null;
};

type ControllerState = LineState & { controller: string };

export type StageState = LineState & {
  stage: StageName;
  /** One for each domain controller that it ran for, in the order in which they came; none where it is about none. */
  controllers: readonly ControllerState[];
};

/** A line with its name. */
export type ProofLine = LineName & LineState;

/** `partly`: passed for some controllers, failed for others. */
export type StageStatus = StageResult['status'] | 'waiting' | 'running' | 'partly';

/** The line that an event or a result is about. */
export const lineOf = ({
  stage,
  controller,
}: {
  stage: StageName;
  controller?: string | undefined;
}): LineName => ({
  stage,
  controller: controller ?? null,
});

export const isSameLine = (one: LineName, other: LineName): boolean =>
  one.stage === other.stage && one.controller === other.controller;

/** The lines that a stage consists of: one for each controller, or itself. */
export const linesOf = ({ controllers, ...own }: StageState): readonly ProofLine[] =>
  controllers.length > 0
    ? controllers.map((line) => ({ ...line, stage: own.stage }))
    : [{ ...own, controller: null }];

/** How a line stands: by its result, and without one by whether it has begun. */
export const lineStatus = ({ startedAtMs, result }: LineState): StageStatus =>
  result?.status ?? (startedAtMs === null ? 'waiting' : 'running');

/** How a stage stands, over all its lines. What was skipped for one controller says nothing of the others. */
export const statusOf = (state: StageState): StageStatus => {
  const found = new Set(linesOf(state).map(lineStatus));
  if (found.has('running')) return 'running';
  if (found.has('cancelled')) return 'cancelled';
  if (found.has('failed')) return found.has('passed') ? 'partly' : 'failed';
  if (found.has('passed')) return 'passed';
  return found.has('skipped') ? 'skipped' : 'waiting';
};
