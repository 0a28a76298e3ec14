import type { Stage } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import { runBind } from './bindStage.ts';
import { runClock } from './clockStage.ts';
import type { DirectoryProof } from './directoryProof.ts';
import type { RunControllerStage, RunDomainStage } from './directoryStage.ts';
import type { ControllerStageName, DomainStageName } from './directoryStageNames.ts';
import { runGroups } from './groupsStage.ts';
import { runJoin } from './joinStage.ts';
import { runLocate } from './locateStage.ts';
import { runPing } from './pingStage.ts';
import { runPolicy } from './policyStage.ts';
import { runPorts } from './portsStage.ts';
import { runRoot } from './rootStage.ts';
import { runSearch } from './searchStage.ts';
import { runSecure } from './secureStage.ts';
import { runTrusts } from './trustsStage.ts';

const domainStages: Record<DomainStageName, RunDomainStage> = { join: runJoin, locate: runLocate };

/** These work on the connection that the stages of a controller share; the others open one of their own, and close it. */
const sharedStages = {
  ...{ secure: runSecure, rootdse: runRoot, bind: runBind },
  ...{ search: runSearch, groups: runGroups, trusts: runTrusts },
};

const controllerStages: Record<ControllerStageName, RunControllerStage> = {
  ...{ ping: runPing, ports: runPorts, clock: runClock, policy: runPolicy },
  ...sharedStages,
};

/** A stage of the whole domain. */
export const domainStage = (name: DomainStageName, proof: DirectoryProof): Stage => ({
  ...{ name, wanted: true, timeoutMs: proof.proven.directory.timeoutMs },
  run: (work) => domainStages[name](work, proof),
});

/** A stage of one controller. */
export const controllerStage = (
  name: ControllerStageName,
  proof: DirectoryProof,
  controller: Controller,
): Stage => ({
  ...{ name, controller: controller.host, timeoutMs: proof.proven.directory.timeoutMs },
  wanted: name !== 'secure' || proof.proven.directory.encryption !== 'none',
  run: (work) => controllerStages[name](work, proof, controller),
  close: name in sharedStages ? proof.sessionOf(controller).close : () => undefined,
});
