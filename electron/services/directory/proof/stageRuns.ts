import type { RunStage } from '../../proof/course.ts';
import type { Stage, StageWork } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import type { DirectoryProof } from './directoryProof.ts';
import type { ControllerStageName, DirectoryStageName, DomainStageName } from './directoryStageNames.ts';
import { controllerStage, domainStage } from './directoryStages.ts';

/** Runs those stages of a proof that were asked for. */
export class StageRuns {
  readonly asked: readonly DirectoryStageName[];
  readonly #proof: DirectoryProof;
  readonly #run: RunStage;
  readonly #signal: AbortSignal;

  constructor(
    proof: DirectoryProof,
    asked: readonly DirectoryStageName[],
    run: RunStage,
    signal: AbortSignal,
  ) {
    this.#proof = proof;
    this.asked = asked;
    this.#run = run;
    this.#signal = signal;
  }

  isAsked(name: DirectoryStageName): boolean {
    return this.asked.includes(name);
  }

  /** Some controller passed it. */
  hasPassed(name: DirectoryStageName): boolean {
    return this.#proof.results.some(({ stage, status }) => stage === name && status === 'passed');
  }

  /**
   * Runs a stage of the domain. True: what comes after it may go on, because it passed, or was not asked for and is made up
   * for by those that need it.
   */
  async ofDomain(name: DomainStageName): Promise<boolean> {
    return !this.isAsked(name) || this.#take(domainStage(name, this.#proof), true);
  }

  /** The same of a controller. @param isWanted false: it is told as skipped. */
  async ofController(name: ControllerStageName, controller: Controller, isWanted = true): Promise<boolean> {
    if (!this.isAsked(name)) return isWanted;
    return this.#take(controllerStage(name, this.#proof, controller), isWanted);
  }

  /** A stage that has no controller: told as skipped, or run to tell why there is none. */
  async ofNobody(
    name: ControllerStageName,
    explain: ((work: StageWork) => Promise<void>) | null,
  ): Promise<void> {
    if (!this.isAsked(name)) return;
    const run = async (work: StageWork): Promise<null> => {
      await explain?.(work);
      return null;
    };
    const { timeoutMs } = this.#proof.proven.directory;
    await this.#take({ name, wanted: true, timeoutMs, run }, explain !== null);
  }

  async #take(stage: Stage, isWanted: boolean): Promise<boolean> {
    const isBegun = isWanted && !this.#signal.aborted;
    const result = await this.#run({ ...stage, wanted: isBegun && stage.wanted });
    this.#proof.results.push(result);
    return result.status === 'passed' || (isBegun && result.status === 'skipped');
  }
}
