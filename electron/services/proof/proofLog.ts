import type {
  ProofEvent,
  ProofOutcome,
  ProofRecord,
  StageName,
  StageResult,
  TranscriptLine,
} from '../../contract/proof/proof.ts';
import { decidingStage } from '../../contract/proof/decidingStage.ts';

/** What a proof was about, without secrets. */
export type ProofSubject = {
  /** Null: none that is stored. */
  profileId: string | null;
  profileName: string;
  /** `host:port`, the folder, or empty for the built-in mailbox. */
  target: string;
  /** Who asked for it. */
  by: string;
  /** Only some of its stages were asked for: it says nothing of the values as a whole. */
  isPart?: boolean;
};

/** A finished proof, with everything that was seen. */
export type LoggedProof = ProofSubject & {
  proofId: string;
  /** ISO 8601. */
  startedAt: string;
  stages: StageResult[];
  transcript: TranscriptLine[];
  outcome: ProofOutcome;
  fingerprint: string;
  durationMs: number;
};

export type ProofLog = {
  /** Starts to write a proof down; gives what wants to be told each of its events. */
  open(subject: ProofSubject): (event: ProofEvent) => void;
  /** The result of a whole finished proof, as it is kept with its values; null: none with this id is remembered. */
  find(proofId: string): ProofRecord | null;
  /** All that was seen, for a report; null: none with this id is remembered. */
  read(proofId: string): LoggedProof | null;
};

/** The proofs that this program finished since it started; null: none with this id. */
export type ProofLookup = Pick<ProofLog, 'find'>;

const keptProofs = 50;

/** Those of several controllers finish in any order. */
const inOrderOf = (order: readonly StageName[], stages: readonly StageResult[]): StageResult[] =>
  stages.toSorted((one, other) => order.indexOf(one.stage) - order.indexOf(other.stage));

const toRecord = ({ startedAt, by, outcome, fingerprint, stages }: LoggedProof): ProofRecord => {
  const stage = decidingStage(stages, outcome);
  if (stage === undefined) throw new Error('A proof has stages.');
  const findingCode = stage.finding?.code ?? null;
  return { at: startedAt, by, outcome, fingerprint, stage: stage.stage, findingCode };
};

const note = (proof: LoggedProof, event: ProofEvent): void => {
  switch (event.type) {
    case 'started':
      proof.proofId = event.proofId;
      proof.startedAt = event.startedAt;
      break;
    case 'transcript':
      proof.transcript.push(event.line);
      break;
    case 'stageFinished':
      proof.stages.push(event.result);
      break;
    case 'finished':
      proof.outcome = event.outcome;
      proof.fingerprint = event.fingerprint;
      proof.durationMs = event.durationMs;
      break;
    case 'stageStarted':
    case 'personNeeded':
      break;
  }
};

/** Keeps the last proofs that this process finished, in memory. */
export const createProofLog = (limit = keptProofs): ProofLog => {
  const finished = new Map<string, LoggedProof>();

  const keep = (proof: LoggedProof): void => {
    finished.set(proof.proofId, proof);
    const [oldest] = finished.keys();
    if (finished.size > limit && oldest !== undefined) finished.delete(oldest);
  };

  return {
    open: (subject) => {
      let order: readonly StageName[] = [];
      const proof: LoggedProof = {
        ...subject,
        ...{ proofId: '', startedAt: '', stages: [], transcript: [] },
        ...{ outcome: 'cancelled', fingerprint: '', durationMs: 0 },
      };
      return (event) => {
        note(proof, event);
        if (event.type === 'started') order = event.stages;
        if (event.type === 'finished') keep({ ...proof, stages: inOrderOf(order, proof.stages) });
      };
    },
    find: (proofId) => {
      const proof = finished.get(proofId);
      return proof === undefined || proof.isPart ? null : toRecord(proof);
    },
    read: (proofId) => finished.get(proofId) ?? null,
  };
};
