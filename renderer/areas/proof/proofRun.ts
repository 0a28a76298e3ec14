import type {
  PersonNeeded,
  ProofEvent,
  ProofOutcome,
  StageName,
  StageResult,
  TranscriptLine,
} from '../../../electron/contract/proof/proof.ts';
import { failedResult } from '../../../electron/contract/proof/decidingStage.ts';
import {
  lineOf,
  type LineName,
  linesOf,
  lineStatus,
  type ProofLine,
  type StageState,
  statusOf,
} from './stageState.ts';

/** A proof as it is seen so far. */
export type ProofRun = {
  /** Null: it was cancelled before the program had begun it, so there is nothing to save or to report. */
  proofId: string | null;
  /** ISO 8601. */
  startedAt: string;
  stages: readonly StageState[];
  transcript: readonly TranscriptLine[];
  /** What the running stage waits for a person to do; null: nothing. */
  person: { stage: StageName; request: PersonNeeded } | null;
  /** Null while it runs. */
  outcome: ProofOutcome | null;
  durationMs: number;
};

type LineChange = Partial<Pick<StageState, 'startedAtMs' | 'result' | 'againAt'>>;

const changedControllers = (
  { controllers }: StageState,
  controller: string,
  change: LineChange,
): StageState['controllers'] =>
  controllers.some((line) => line.controller === controller)
    ? controllers.map((line) => (line.controller === controller ? { ...line, ...change } : line))
    : [...controllers, { controller, startedAtMs: null, result: null, againAt: null, ...change }];

/** The proof with a change of one line; a controller that is new to a stage is added to it. */
export const withLine = (run: ProofRun, { stage, controller }: LineName, change: LineChange): ProofRun => ({
  ...run,
  stages: run.stages.map((state) => {
    if (state.stage !== stage) return state;
    if (controller === null) return { ...state, ...change };
    return { ...state, controllers: changedControllers(state, controller, change) };
  }),
});

const waiting = (stage: StageName): StageState => ({
  ...{ stage, startedAtMs: null, result: null, againAt: null },
  controllers: [],
});

/** The proof after one more event of its stream; `started` begins a new one. */
export const advance = (run: ProofRun | null, event: ProofEvent): ProofRun | null => {
  if (event.type === 'started')
    return {
      proofId: event.proofId,
      startedAt: event.startedAt,
      stages: event.stages.map(waiting),
      transcript: [],
      person: null,
      outcome: null,
      durationMs: 0,
    };
  if (!run) return null;
  switch (event.type) {
    case 'stageStarted':
      return withLine(run, lineOf(event), { startedAtMs: event.atMs });
    case 'transcript':
      return { ...run, transcript: [...run.transcript, event.line] };
    case 'personNeeded':
      return { ...run, person: { stage: event.stage, request: event.request } };
    case 'stageFinished':
      return {
        ...withLine(run, lineOf(event.result), { result: event.result }),
        person: run.person?.stage === event.result.stage ? null : run.person,
      };
    case 'finished':
      return { ...run, person: null, outcome: event.outcome, durationMs: event.durationMs };
  }
};

const cancelledResult = ({ stage, controller }: ProofLine): StageResult => ({
  ...{ stage, status: 'cancelled', durationMs: 0, finding: null },
  ...(controller === null ? {} : { controller }),
  evidence: { replies: [], facts: {}, certificates: [] },
});

/** The proof after its stream ended without a last word: the person cancelled it, or the program went away. What ran is cancelled. */
export const cut = (run: ProofRun): ProofRun =>
  run.stages
    .flatMap(linesOf)
    .filter((line) => lineStatus(line) === 'running')
    .reduce<ProofRun>((shown, line) => withLine(shown, line, { result: cancelledResult(line) }), {
      ...run,
      person: null,
      outcome: run.outcome ?? 'cancelled',
    });

/** A proof that was cancelled before its first word. */
export const cancelledAtOnce = (): ProofRun => ({
  proofId: null,
  startedAt: new Date().toISOString(),
  stages: [],
  transcript: [],
  person: null,
  outcome: 'cancelled',
  durationMs: 0,
});

/** What the stages came to so far, in the order in which they are shown. */
export const resultsOf = ({ stages }: Pick<ProofRun, 'stages'>): StageResult[] =>
  stages.flatMap(linesOf).flatMap(({ result }) => result ?? []);

/** The stage at which the proof failed, as the program names it. */
export const failedStage = (run: ProofRun): StageState | undefined => {
  const name = failedResult(resultsOf(run))?.stage;
  return run.stages.find(({ stage }) => stage === name);
};

/** The stages that a finished proof did not come to; none while it still runs. */
export const skippedStages = (run: ProofRun): StageName[] =>
  run.outcome === null
    ? []
    : run.stages
        .filter((state) => ['waiting', 'skipped'].includes(statusOf(state)))
        .map(({ stage }) => stage);

const severities = ['error', 'warning', 'note'] as const;

/** The line that opens by itself: the failed one, else the first that has something to say, a warning before a note. */
export const lineToShow = (run: ProofRun): LineName | null => {
  const failed = failedStage(run);
  const lines = [...(failed ? linesOf(failed) : []), ...run.stages.flatMap(linesOf)];
  const first = lines.find(({ result }) => result?.status === 'failed');
  const told = severities.flatMap((severity) =>
    lines.filter(({ result }) => result?.finding?.severity === severity),
  );
  return first ?? told[0] ?? null;
};

type Timed = Pick<StageState, 'startedAtMs' | 'result'>;

/** Where stage or line lies on the proof's time line, in percent of the whole; null for one that never ran. */
export const barOf = (run: ProofRun, lines: readonly Timed[]): { start: number; width: number } | null => {
  const ran = lines.flatMap(({ startedAtMs, result }) =>
    startedAtMs === null || !result ? [] : [{ start: startedAtMs, end: startedAtMs + result.durationMs }],
  );
  if (ran.length === 0 || run.durationMs <= 0) return null;
  const percent = (milliseconds: number) => Math.min(100, (milliseconds / run.durationMs) * 100);
  const start = Math.min(...ran.map((line) => line.start));
  return { start: percent(start), width: percent(Math.max(...ran.map(({ end }) => end)) - start) };
};
