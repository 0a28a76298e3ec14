import type { ProofEvent, ProofOutcome, StageResult } from '../../../electron/contract/proof/proof.ts';
import { createProofLog } from '../../../electron/services/proof/proofLog.ts';
import {
  createDirectoryProver,
  type DirectoryProofRequest,
} from '../../../electron/services/directory/proof/directoryProver.ts';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';

export type DirectoryProofRun = {
  events: ProofEvent[];
  results: StageResult[];
  outcome: ProofOutcome | undefined;
  /** `bind dc1.corp.example.test failed directoryCredentialsWrong`, in the order of their ends. */
  lines: string[];
  /** What nobody foresaw. */
  faults: unknown[];
};

const lineOf = ({ stage, controller, status, finding }: StageResult): string =>
  [stage, controller?.split('.')[0], status, finding?.code].filter(Boolean).join(' ');

type Asked = Pick<DirectoryProofRequest, 'directory'> & Partial<DirectoryProofRequest>;

/** Proves a directory and waits for the end. @param onEvent is told each event as it comes. */
export async function proveDirectory(
  parts: DirectoryProofParts,
  request: Asked,
  signal = new AbortController().signal,
  onEvent: (event: ProofEvent) => void = () => undefined,
): Promise<DirectoryProofRun> {
  const faults: unknown[] = [];
  const prove = createDirectoryProver({
    ...parts,
    fingerprint: async () => 'f'.repeat(64),
    proofLog: createProofLog(),
    log: { error: (...problem) => faults.push(problem) },
  });
  const events: ProofEvent[] = [];
  const asked = { testUser: null, stages: null, controller: null, by: 'anna', ...request };
  for await (const event of prove(asked)(signal)) {
    events.push(event);
    onEvent(event);
  }
  const results = events.flatMap((event) => (event.type === 'stageFinished' ? [event.result] : []));
  const last = events.at(-1);
  return {
    ...{ events, results, faults, lines: results.map(lineOf) },
    outcome: last?.type === 'finished' ? last.outcome : undefined,
  };
}
