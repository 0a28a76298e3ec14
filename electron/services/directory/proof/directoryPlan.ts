import type { StageName } from '../../../contract/proof/proof.ts';
import type { ProblemLog } from '../../../stores/problemLog.ts';
import { createSecretMask } from '../../proof/secretMask.ts';
import type { ProofPlan } from '../../proof/runStages.ts';
import { explainDirectoryError, type Standing } from '../connection/explainDirectoryError.ts';
import { directoryCourse } from './directoryCourse.ts';
import { DirectoryProof, type DirectoryProofParts, type ProvenDirectory } from './directoryProof.ts';
import type { DirectoryStageName } from './directoryStageNames.ts';
import { wholeController } from './wholeController.ts';

/** The part of a proof's plan that rests on what is proven. */
export type DirectoryPlan = Pick<ProofPlan, 'stageNames' | 'course' | 'close' | 'explain' | 'mask'>;

/** These are on a connection of their own, or on none. */
const ownWay = new Set<StageName>(['join', 'locate', 'ping', 'ports', 'clock', 'policy']);

const standingOf = (proof: DirectoryProof, stage: StageName, controller: string | undefined): Standing => {
  const { domain, dnsServers } = proof.proven.directory;
  const session = controller === undefined ? null : proof.sessionAt(controller);
  const parameters = { domain, ...(controller === undefined ? {} : { controller, host: controller }) };
  if (session === null || ownWay.has(stage))
    return {
      stage,
      isConnected: false,
      isLdaps: false,
      ...(stage === 'locate' ? { dnsServers } : {}),
      parameters: { ...parameters, port: '389', ports: '389' },
    };
  const { standing } = session;
  return { ...standing, stage, parameters: { ...parameters, ...standing.parameters } };
};

/** Plans a proof: which stages there are, what they share, how their errors are explained. */
export const planDirectoryProof = (
  proven: ProvenDirectory,
  stages: readonly DirectoryStageName[] | null,
  { log, ...parts }: DirectoryProofParts & { log: ProblemLog },
): DirectoryPlan => {
  const proof = new DirectoryProof(proven, parts);
  const { identity } = proven.directory;
  return {
    ...directoryCourse(proof, stages),
    close: proof.close,
    mask: createSecretMask(identity.mode === 'password' ? [identity] : []).mask,
    explain: (stage, error, evidence, controller) => {
      const finding = explainDirectoryError(error, standingOf(proof, stage, controller), {
        evidence,
        report: (unforeseen) => log.error('proof.stageBroke', { stage, error: unforeseen }),
      });
      const seen = proof.results.filter((result) => result.controller === controller);
      return controller === undefined ? finding : wholeController(finding, seen);
    },
  };
};
