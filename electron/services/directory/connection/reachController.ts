import { withinTime } from '../../../concurrency/withinTime.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import type { RootDse } from '../../../protocols/ldap/rootDse.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { StageWork } from '../../proof/stage.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { ControllerMemory } from './controllerMemory.ts';
import { ControllerSession } from './controllerSession.ts';
import { DirectoryObstacle, type ReportError, toObstacle } from './directoryObstacle.ts';
import type { DirectoryParts } from './directoryParts.ts';
import type { DirectoryService } from './directoryService.ts';
import { type Controller, type LocatedDirectory, locateDirectory } from './locateDirectory.ts';
import { locatedFinding } from './locatedFinding.ts';
import { silentWork } from './silentWork.ts';

/** While there are others to ask, a silent controller is not waited for longer, in ms. */
const shortLimitMs = 2_000;

export type OpenerParts = DirectoryParts & { memory: ControllerMemory; report: ReportError };

export type Wanted = { directory: ResolvedDirectory; service: DirectoryService };
export type Reached = { session: ControllerSession; root: RootDse };

type Step<Result> = {
  stage: 'secure' | 'bind';
  limitMs: number;
  work: (work: StageWork) => Promise<Result>;
};

/** Takes a step within its time. Throws the signal's reason, or DirectoryObstacle; then the connection is closed. */
export const takeStep = async <Result>(
  session: ControllerSession,
  { stage, limitMs, work }: Step<Result>,
  { report }: Pick<OpenerParts, 'report'>,
  signal: AbortSignal,
): Promise<Result> => {
  try {
    return await withinTime(limitMs, signal, (limited) => work(silentWork(limited)));
  } catch (error) {
    session.close();
    signal.throwIfAborted();
    const reached = session.isEncrypted && stage === 'secure' ? 'rootdse' : stage;
    throw toObstacle(error, { ...session.standing, stage: reached }, report);
  }
};

/** Those that DNS announces as Global Catalogs (MS-ADTS 6.3.2.3, `_gc._tcp`); of typed ones each is tried. */
const catalogsOf = ({ controllers, announced }: LocatedDirectory): Controller[] => {
  if (announced === null) return controllers;
  const named = announced.services.globalCatalog?.records.map(({ name }) => hostToAscii(name)) ?? [];
  return controllers.filter(({ host }) => named.includes(hostToAscii(host)));
};

const locate = async (
  { directory, service }: Wanted,
  parts: OpenerParts,
  signal: AbortSignal,
): Promise<Controller[]> => {
  const { domain, dnsServers, timeoutMs } = directory;
  try {
    const located = await withinTime(timeoutMs, signal, (limited) =>
      locateDirectory(directory, parts, limited),
    );
    const finding = locatedFinding(located, directory);
    if (finding?.severity === 'error') throw new DirectoryObstacle(finding);
    const wanted = service === 'globalCatalog' ? catalogsOf(located) : located.controllers;
    if (wanted.length === 0)
      throw new DirectoryObstacle(makeFinding('serviceRecordsMissing', { records: `_gc._tcp.${domain}` }));
    return parts.memory.order(wanted, service);
  } catch (error) {
    signal.throwIfAborted();
    const standing = { isConnected: false, isLdaps: false, parameters: { domain }, dnsServers };
    throw toObstacle(error, { ...standing, stage: 'locate' }, parts.report);
  }
};

const reachOne = async (
  target: Wanted & { controller: Controller },
  limitMs: number,
  parts: OpenerParts,
  signal: AbortSignal,
): Promise<Reached> => {
  const { memory } = parts;
  const session = new ControllerSession(target, parts);
  const { host } = target.controller;
  try {
    const root = await takeStep(
      session,
      { stage: 'secure', limitMs, work: session.readOwnRoot },
      parts,
      signal,
    );
    memory.noteAnswer(host, target.service);
    return { session, root };
  } catch (error) {
    if (!signal.aborted) memory.noteFailure(host, target.service);
    throw error;
  }
};

/** Who answered and is out of order tells more than who is switched off or filtered. */
const mostTelling = (failures: readonly unknown[]): unknown =>
  failures.find((failure) => failure instanceof DirectoryObstacle && failure.finding.who !== 'network') ??
  failures[0];

/**
 * The first controller that can be reached and shows what it is, not signed in on; who is silent holds nobody for long
 * while there is another one. Throws DirectoryObstacle, the one that tells most, and the reason of the signal.
 */
export const reachFirst = async (
  { directory, service }: Wanted,
  parts: OpenerParts,
  signal: AbortSignal,
): Promise<Reached> => {
  const controllers = await locate({ directory, service }, parts, signal);
  const { timeoutMs } = directory;
  const failures: unknown[] = [];
  for (const [index, controller] of controllers.entries()) {
    const isLast = index === controllers.length - 1;
    const limitMs = isLast ? timeoutMs : Math.min(timeoutMs, shortLimitMs);
    try {
      return await reachOne({ directory, service, controller }, limitMs, parts, signal);
    } catch (error) {
      signal.throwIfAborted();
      failures.push(error);
    }
  }
  throw mostTelling(failures);
};
