import { randomUUID } from 'node:crypto';
import type { ProofEvent } from '../../../contract/proof/proof.ts';
import type { ProblemLog } from '../../../stores/problemLog.ts';
import type { ProofLog } from '../../proof/proofLog.ts';
import { runStages } from '../../proof/runStages.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { DirectoryProofParts, ProvenDirectory } from './directoryProof.ts';
import { planDirectoryProof } from './directoryPlan.ts';
import type { DirectoryStageName } from './directoryStageNames.ts';

/** What a proof of a directory is asked to do. */
export type DirectoryProofRequest = ProvenDirectory & {
  /** Only these; null: all. */
  stages: readonly DirectoryStageName[] | null;
  /** Who started it. */
  by: string;
};

export type DirectoryProverParts = DirectoryProofParts & {
  fingerprint: (values: ResolvedDirectory) => Promise<string>;
  proofLog: ProofLog;
  log: ProblemLog;
};

/** Runs the stages when its events are read. */
export type DirectoryProver = (
  request: DirectoryProofRequest,
) => (signal: AbortSignal) => AsyncIterable<ProofEvent>;

/** Proves a directory: on exactly the values that it is given, changing nothing (REQUIREMENTS N09, U14). */
export const createDirectoryProver =
  ({ fingerprint, proofLog, ...parts }: DirectoryProverParts): DirectoryProver =>
  (request) =>
  (signal) => {
    const { directory, testUser, stages, controller, by } = request;
    const { domain } = directory;
    const subject = { profileId: null, profileName: domain, target: controller ?? '', by };
    const isPart = stages !== null || controller !== null;
    const plan = {
      ...planDirectoryProof({ directory, testUser, controller }, stages, parts),
      proofId: randomUUID(),
      fingerprint: () => fingerprint(directory),
      observe: proofLog.open({ ...subject, ...(isPart ? { isPart } : {}) }),
    };
    return runStages(plan, signal);
  };
