import { eachAtMost } from '../../../concurrency/eachAtMost.ts';
import { withinTime } from '../../../concurrency/withinTime.ts';
import type { ProofOutcome, StageName } from '../../../contract/proof/proof.ts';
import type { ProofCourse } from '../../proof/course.ts';
import { StageFailure, type StageWork } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import { locatedFinding } from '../connection/locatedFinding.ts';
import { silentWork } from '../connection/silentWork.ts';
import type { DirectoryProof } from './directoryProof.ts';
import { directoryStageNames, type DirectoryStageName, isControllerStage } from './directoryStageNames.ts';
import { StageRuns } from './stageRuns.ts';

const mostControllers = 20;
const controllersAtOnce = 4;

/** What has to be seen for the directory to be of use; the other stages tell why not, or what could be better. */
const needed = ['search', 'groups'] as const;

const readsOf = ['search', 'groups', 'trusts'] as const;

/** The controllers that are asked. Throws StageFailure where there are none, and as `locate` does. */
const findControllers = async (proof: DirectoryProof, work: StageWork): Promise<readonly Controller[]> => {
  const located = await proof.locate(work);
  const finding = locatedFinding(located, proof.proven.directory);
  if (finding?.severity === 'error') throw new StageFailure(finding);
  return located.controllers.slice(0, mostControllers);
};

/** The same, where the stage that shows it was not asked for; null: there are none. */
const findSilently = async (proof: DirectoryProof, signal: AbortSignal) => {
  const { timeoutMs } = proof.proven.directory;
  try {
    return await withinTime(timeoutMs, signal, (limited) => findControllers(proof, silentWork(limited)));
  } catch (error) {
    // Told by the stage that has to do without: it looks for them again, and meets the same error.
    if (error instanceof Error) return null;
    throw error;
  }
};

/** One by one, for as long as another bind is no further attempt. */
const bindAll = async (runs: StageRuns, proof: DirectoryProof, controllers: readonly Examined[]) => {
  const bound: Controller[] = [];
  for (const { controller, isReached } of controllers) {
    const passed = await runs.ofController('bind', controller, isReached && proof.mayBind);
    if (passed) bound.push(controller);
  }
  return bound;
};

type Examined = { controller: Controller; isReached: boolean };

/** What can be seen without signing in. */
const examine = async (runs: StageRuns, controller: Controller): Promise<Examined> => {
  await Promise.all([
    runs.ofController('ping', controller),
    runs.ofController('ports', controller),
    runs.ofController('clock', controller),
  ]);
  const isSecured = await runs.ofController('secure', controller);
  return { controller, isReached: await runs.ofController('rootdse', controller, isSecured) };
};

/** Reads on the first controller; on the next one only when the connection with one was lost, and not for its bind. */
const readFirst = async (runs: StageRuns, proof: DirectoryProof, bound: readonly Controller[]) => {
  const [first] = bound;
  if (first === undefined) for (const name of readsOf) await runs.ofNobody(name, null);
  for (const controller of bound) {
    const isFound = await runs.ofController('search', controller);
    const isRead = await runs.ofController('groups', controller, isFound);
    await runs.ofController('trusts', controller, isRead);
    if (isRead || !proof.mayBind || proof.sessionOf(controller).isUsable) return;
  }
};

const runAll = async (runs: StageRuns, proof: DirectoryProof, controllers: readonly Controller[]) => {
  const examined = await eachAtMost(controllersAtOnce, controllers, (controller) =>
    examine(runs, controller),
  );
  const bound = await bindAll(runs, proof, examined);
  await eachAtMost(controllersAtOnce, examined, ({ controller, isReached }) =>
    runs.ofController('policy', controller, isReached),
  );
  await readFirst(runs, proof, bound);
};

/** Nobody can be asked: the first stage says why, unless that was said already. */
const runNone = async (runs: StageRuns, proof: DirectoryProof, isTold: boolean): Promise<void> => {
  const names = directoryStageNames.filter(isControllerStage).filter((name) => runs.isAsked(name));
  for (const [index, name] of names.entries())
    await runs.ofNobody(
      name,
      index > 0 || isTold ? null : async (work) => void (await findControllers(proof, work)),
    );
};

const outcomeOf = (
  runs: StageRuns,
  { proven: { directory } }: DirectoryProof,
  isPart: boolean,
): ProofOutcome => {
  const { encryption, identity } = directory;
  const isNeeded = (name: StageName): boolean => name !== 'secure' || encryption !== 'none';
  const names = isPart ? runs.asked.filter(isNeeded) : needed;
  // Kerberos refuses every sign-in then, sooner or later.
  const isSkewed = identity.mode === 'windows' && !isPart && !runs.hasPassed('clock');
  return !isSkewed && names.every((name) => runs.hasPassed(name)) ? 'passed' : 'failed';
};

/**
 * The course of a proof of a directory: the machine, the domain, then every controller, several at a time; the binds one by
 * one, so that a password is refused once at most; the searches on the first controller that let us in. It has passed when
 * one controller got through all that is needed.
 * @param asked the stages that are wanted; null: all.
 */
export const directoryCourse = (
  proof: DirectoryProof,
  asked: readonly DirectoryStageName[] | null,
): ProofCourse => ({
  stageNames: directoryStageNames.filter((name) => asked?.includes(name) ?? true),
  course: async (run, signal) => {
    const runs = new StageRuns(proof, asked ?? directoryStageNames, run, signal);
    await runs.ofDomain('join');
    const isLocated = await runs.ofDomain('locate');
    const controllers = isLocated && !signal.aborted ? await findSilently(proof, signal) : null;
    if (controllers === null) await runNone(runs, proof, !isLocated || signal.aborted);
    else await runAll(runs, proof, controllers);
    if (signal.aborted) return 'cancelled';
    await proof.leave();
    return outcomeOf(runs, proof, asked !== null);
  },
});
