import { abortReason } from '../../concurrency/abortReason.ts';
import type { Finding } from '../../contract/proof/finding.ts';
import type { PersonNeeded, ProofEvent, StageName, StageResult } from '../../contract/proof/proof.ts';
import type { ProofCourse } from './course.ts';
import { createEventStream } from './eventStream.ts';
import { createEvidenceWriter, type EvidenceWriter } from './evidenceWriter.ts';
import { shownFinding } from './shownFinding.ts';
import type { Mask } from './shownText.ts';
import { type Stage, StageFailure, type StageWork } from './stage.ts';
import { createStageLimit } from './stageLimit.ts';
import { createTranscript, type StageLabel, type TranscriptWriter } from './transcriptWriter.ts';

/** A proof that can be run. */
export type ProofPlan = ProofCourse & {
  proofId: string;
  /** SHA-256 (hex) over the proven values; made while the stages run. */
  fingerprint: () => Promise<string>;
  /** Ends at once whatever the stages opened; may come more than once. */
  close: () => void;
  /**
   * The finding for an error that is no StageFailure (of the network, of a library, TimeLimitError, or a bug); may add to the
   * evidence. `controller` is that of the stage.
   */
  explain: (stage: StageName, error: unknown, evidence: EvidenceWriter, controller?: string) => Finding;
  /** Is told every event before the reader is. */
  observe?: (event: ProofEvent) => void;
  /** Hides the proof's secrets in everything that a peer said. */
  mask: Mask;
};

type Running = {
  plan: ProofPlan;
  signal: AbortSignal;
  emit: (event: ProofEvent) => void;
  elapsed: () => number;
  transcriptOf: (about: StageLabel) => TranscriptWriter;
};

const labelOf = ({ name, controller }: Stage): StageLabel => ({
  stage: name,
  ...(controller === undefined ? {} : { controller }),
});

/** Milliseconds with one decimal: finer figures are noise. */
const stopwatch = (): (() => number) => {
  const start = performance.now();
  return () => Math.round((performance.now() - start) * 10) / 10;
};

/** Rejects when the signal aborts, so that a stage which does not listen cannot hold the proof. */
const rejectOnAbort = (signal: AbortSignal): { aborted: Promise<never>; release: () => void } => {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(abortReason(signal));
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort);
  return { aborted: promise, release: () => signal.removeEventListener('abort', onAbort) };
};

const runLimited = async (
  stage: Stage,
  evidence: EvidenceWriter,
  { plan, signal, emit, transcriptOf }: Running,
): Promise<Finding | null> => {
  signal.throwIfAborted();
  const limit = createStageLimit(stage);
  const stageSignal = AbortSignal.any([signal, limit.signal]);
  limit.signal.addEventListener('abort', stage.close ?? plan.close, { once: true });
  const { aborted, release } = rejectOnAbort(stageSignal);
  const work: StageWork = {
    signal: stageSignal,
    evidence,
    transcript: transcriptOf(labelOf(stage)),
    ask: (request: PersonNeeded) => {
      if (limit.waitForPerson()) emit({ type: 'personNeeded', stage: stage.name, request });
    },
  };
  try {
    return await Promise.race([aborted, stage.run(work)]);
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof StageFailure) return error.finding;
    const ending: unknown = limit.signal.aborted ? limit.signal.reason : error;
    return plan.explain(stage.name, ending, evidence, stage.controller);
  } finally {
    limit.end();
    release();
  }
};

type Ending = { status: 'passed' | 'failed' | 'cancelled'; finding: Finding | null };

const endingOf = async (run: Promise<Finding | null>, signal: AbortSignal): Promise<Ending> => {
  try {
    const finding = await run;
    return { status: finding?.severity === 'error' ? 'failed' : 'passed', finding };
  } catch (error) {
    if (signal.aborted) return { status: 'cancelled', finding: null };
    throw error;
  }
};

const runStage = async (stage: Stage, running: Running): Promise<StageResult> => {
  const { mask } = running.plan;
  const evidence = createEvidenceWriter(mask);
  const duration = stopwatch();
  running.emit({ type: 'stageStarted', ...labelOf(stage), atMs: running.elapsed() });
  const { status, finding } = await endingOf(runLimited(stage, evidence, running), running.signal);
  const durationMs = duration();
  if (status !== 'cancelled') await stage.after?.(status);
  return {
    ...labelOf(stage),
    status,
    finding: finding && shownFinding(finding, mask),
    durationMs,
    evidence: evidence.read(),
  };
};

const skipped = (stage: Stage): StageResult => ({
  ...labelOf(stage),
  status: 'skipped',
  durationMs: 0,
  evidence: { replies: [], facts: {}, certificates: [] },
  finding: null,
});

/**
 * Runs the stages of a proof as its course wants and streams what happens: started, for each stage its start, its
 * transcript, whom it asks and its result, and finished. Aborting the signal, or giving the stream up, closes what is open at once; the
 * stages that ran are then `cancelled`. Every stage ends within its time.
 */
export const runStages = (
  plan: ProofPlan,
  signal: AbortSignal,
): AsyncGenerator<ProofEvent, undefined, void> =>
  createEventStream<ProofEvent>(async (send, working) => {
    const emit = (event: ProofEvent): void => {
      plan.observe?.(event);
      send(event);
    };
    const elapsed = stopwatch();
    const { proofId, mask, stageNames } = plan;
    const transcriptOf = createTranscript({
      mask,
      elapsed,
      emit: (line) => emit({ type: 'transcript', line }),
    });
    const startedAt = new Date().toISOString();
    const fingerprint = plan.fingerprint();
    // Awaited below; until then its failure is nobody's.
    fingerprint.catch(() => undefined);
    working.addEventListener('abort', plan.close, { once: true });
    try {
      emit({ type: 'started', proofId, startedAt, stages: [...stageNames] });
      const running: Running = { plan, signal: working, emit, elapsed, transcriptOf };
      const run = async (stage: Stage): Promise<StageResult> => {
        const result = stage.wanted ? await runStage(stage, running) : skipped(stage);
        emit({ type: 'stageFinished', result });
        return result;
      };
      const outcome = await plan.course(run, working);
      emit({ type: 'finished', proofId, outcome, fingerprint: await fingerprint, durationMs: elapsed() });
    } finally {
      // A composed signal with a listener lives as long as the signal that it is made of, which may be the program's own.
      working.removeEventListener('abort', plan.close);
      plan.close();
    }
  }, signal);
