import type { Finding } from '../../contract/proof/finding.ts';
import type { PersonNeeded, StageName } from '../../contract/proof/proof.ts';
import type { EvidenceWriter } from './evidenceWriter.ts';
import type { TranscriptWriter } from './transcriptWriter.ts';

/** What a stage works with. What it wrote into `evidence` before it failed or was stopped is kept. */
export type StageWork = {
  /** Aborts when the proof is cancelled or the stage's time is up. */
  signal: AbortSignal;
  evidence: EvidenceWriter;
  transcript: TranscriptWriter;
  /**
   * Tells a person what only they can do now. From then on the stage has the time of a person in place of its own, counted
   * anew with each call; the signal aborts with PersonTimeout when it is up.
   */
  ask: (request: PersonNeeded) => void;
};

/** One named step of a proof. What the stages of a proof hand on to each other, they share among themselves. */
export type Stage = {
  name: StageName;
  /** Host name of the domain controller that it is about; left out: about none. */
  controller?: string;
  /** False: it is listed and reported as skipped. */
  wanted: boolean;
  timeoutMs: number;
  /** How long a person who was asked may take, in ms; left out: `personLimitMs`. */
  personTimeoutMs?: number;
  /**
   * Gives null or what it found; a finding of severity `error` fails the stage. An error that it throws fails it too:
   * `StageFailure` carries a finding, any other is explained by the proof's `explain`.
   */
  run(work: StageWork): Promise<Finding | null>;
  /** Ends at once what this stage works on, when its time is up; left out: all that the proof opened. */
  close?: () => void;
  /**
   * Runs after it, unless the proof was cancelled; its transcript is still the stage's, its time and its errors are not.
   */
  after?(status: 'passed' | 'failed'): Promise<void>;
};

/** Ends a stage with a finding from anywhere inside it. */
export class StageFailure extends Error {
  override readonly name = 'StageFailure';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

/** A person who was asked did nothing in time. */
export class PersonTimeout extends Error {
  override readonly name = 'PersonTimeout';
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super(`Nobody acted within ${timeoutMs} ms.`);
    this.timeoutMs = timeoutMs;
  }
}
