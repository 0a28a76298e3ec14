import type {
  ProofEvent,
  ProofOutcome,
  StageName,
  StageResult,
  TranscriptLine,
} from '../../../electron/contract/proof/proof.ts';

export type StageState = {
  stage: StageName;
  /** Milliseconds after the start of the proof; null: has not begun. */
  startedAtMs: number | null;
  /** Null while it waits or runs. */
  result: StageResult | null;
};

/** A proof as it is seen so far. */
export type ProofRun = {
  /** Null: it was cancelled before the program had begun it, so there is nothing to save or to report. */
  proofId: string | null;
  /** ISO 8601. */
  startedAt: string;
  stages: readonly StageState[];
  transcript: readonly TranscriptLine[];
  /** Null while it runs. */
  outcome: ProofOutcome | null;
  durationMs: number;
};

export type StageStatus = StageResult['status'] | 'waiting' | 'running';

/** How a stage stands: by its result, and without one by whether it has begun. */
export const statusOf = ({ startedAtMs, result }: StageState): StageStatus =>
  result?.status ?? (startedAtMs === null ? 'waiting' : 'running');

const withStage = (run: ProofRun, stage: StageName, change: Partial<StageState>): ProofRun => ({
  ...run,
  stages: run.stages.map((state) => (state.stage === stage ? { ...state, ...change } : state)),
});

/** The proof after one more event of its stream; `started` begins a new one. */
export const advance = (run: ProofRun | null, event: ProofEvent): ProofRun | null => {
  if (event.type === 'started')
    return {
      proofId: event.proofId,
      startedAt: event.startedAt,
      stages: event.stages.map((stage) => ({ stage, startedAtMs: null, result: null })),
      transcript: [],
      outcome: null,
      durationMs: 0,
    };
  if (!run) return null;
  switch (event.type) {
    case 'stageStarted':
      return withStage(run, event.stage, { startedAtMs: event.atMs });
    case 'transcript':
      return { ...run, transcript: [...run.transcript, event.line] };
    case 'stageFinished':
      return withStage(run, event.result.stage, { result: event.result });
    case 'finished':
      return { ...run, outcome: event.outcome, durationMs: event.durationMs };
  }
};

/** The proof after its stream ended without a last word: the person cancelled it, or the program went away. */
export const cut = (run: ProofRun): ProofRun => ({ ...run, outcome: run.outcome ?? 'cancelled' });

/** A proof that was cancelled before its first word. */
export const cancelledAtOnce = (): ProofRun => ({
  proofId: null,
  startedAt: new Date().toISOString(),
  stages: [],
  transcript: [],
  outcome: 'cancelled',
  durationMs: 0,
});

/** The stage that failed. */
export const failedStage = (run: ProofRun): StageState | undefined =>
  run.stages.find((state) => state.result?.status === 'failed');

/** The stages that a finished proof did not come to; none while it still runs. */
export const skippedStages = (run: ProofRun): StageName[] =>
  run.outcome === null ? [] : run.stages.filter((state) => !ran(state)).map(({ stage }) => stage);

const ran = (state: StageState): boolean => {
  const status = statusOf(state);
  return status === 'passed' || status === 'failed' || status === 'cancelled';
};

/** The stage that opens by itself: the failed one, else the first that has something to say. */
export const stageToShow = (run: ProofRun): StageName | null =>
  (failedStage(run) ?? run.stages.find(({ result }) => result?.finding))?.stage ?? null;

/** Where a stage lies on the proof's time line, in percent of the whole; null for one that never ran. */
export const barOf = (run: ProofRun, state: StageState): { start: number; width: number } | null => {
  if (state.startedAtMs === null || !state.result || run.durationMs <= 0) return null;
  const percent = (milliseconds: number) => Math.min(100, (milliseconds / run.durationMs) * 100);
  return { start: percent(state.startedAtMs), width: percent(state.result.durationMs) };
};
