import type { Finding } from '../../../contract/proof/finding.ts';
import type { StageWork } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import type { DirectoryProof } from './directoryProof.ts';

/** A stage about the whole domain. */
export type RunDomainStage = (work: StageWork, proof: DirectoryProof) => Promise<Finding | null>;

/** A stage about one controller. What it needs of earlier stages it makes itself, unless they have. */
export type RunControllerStage = (
  work: StageWork,
  proof: DirectoryProof,
  controller: Controller,
) => Promise<Finding | null>;
