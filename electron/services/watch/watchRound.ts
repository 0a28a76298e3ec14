import { eachAtMost } from '../../concurrency/eachAtMost.ts';
import type { AlertService } from '../alerts/alertService.ts';
import type { StoredMark, WatchMarkStore } from '../../stores/watch/watchMarkStore.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import { type Judgement, judgeServer } from './judgeServer.ts';
import { judgeSignIn, signInKey } from './judgeSignIn.ts';
import type { LookAtServer, WatchedServer } from './lookAtServer.ts';
import type { ServerIdentity, ServerSeen, WatchedSignIn } from './observation.ts';
import type { WatchedDirectory } from './watchedControllers.ts';

export type WatchRoundParts = {
  relays: () => Promise<readonly WatchedServer[]>;
  /** Null: no directory is used. */
  directory: (signal: AbortSignal) => Promise<WatchedDirectory | null>;
  signIns: () => Promise<readonly WatchedSignIn[]>;
  look: LookAtServer;
  marks: WatchMarkStore;
  raise: AlertService['raise'];
  /** Ends after some seconds; a server that is silent for a moment is no alarm. */
  pause: (signal: AbortSignal) => Promise<void>;
  /** ms since 1970 UTC. */
  now: () => number;
  log: ProblemLog;
};

type Judge = (before: StoredMark | null, now: number) => Judgement;
type Observed = { key: string; judge: Judge };
type SeenServer = { server: ServerIdentity; seen: ServerSeen };

/** Connections at once: neither this machine nor a firewall takes so few for an attack. */
const looksAtOnce = 8;

const lookTwice = async (
  servers: readonly WatchedServer[],
  { look, pause }: WatchRoundParts,
  signal: AbortSignal,
): Promise<SeenServer[]> => {
  const lookAt = async (server: WatchedServer) => ({ server, seen: await look(server, signal) });
  const first = await eachAtMost(looksAtOnce, servers, lookAt);
  const silent = first.filter(({ seen }) => !seen.answers).map(({ server }) => server);
  if (silent.length === 0) return first;
  await pause(signal);
  const second = await eachAtMost(looksAtOnce, silent, lookAt);
  return [...first.filter(({ seen }) => seen.answers), ...second];
};

const toObserved = ({ server, seen }: SeenServer): Observed => ({
  key: server.key,
  judge: (before, now) => judgeServer(server, seen, before, now),
});

const isReadable = (signIn: WatchedSignIn): boolean => signIn.isReadable;

/** A thing that breaks its judge takes none of the others along; null: it stays as it was. */
const judgeAlone = (
  { key, judge }: Observed,
  before: StoredMark | null,
  { now, log }: WatchRoundParts,
): Judgement | null => {
  try {
    return judge(before, now());
  } catch (error) {
    log.error('watch.lookBroke', { id: key, error });
    return null;
  }
};

/** Whether what was known may be forgotten: while DNS names no controllers, they are not gone. */
const isForgotten = (
  { key, kind }: StoredMark,
  seen: ReadonlySet<string>,
  isDomainSilent: boolean,
): boolean => !seen.has(key) && !(isDomainSilent && kind === 'controller');

/**
 * Looks once at everything that is watched, keeps what it saw and tells what is new. Throws the reason of the signal, and what
 * the settings or the database throw.
 */
export const createWatchRound =
  (parts: WatchRoundParts) =>
  async (signal: AbortSignal): Promise<void> => {
    const { marks, raise } = parts;
    const directory = await parts.directory(signal);
    const domain = directory?.domain ?? null;
    const servers = [...(await parts.relays()), ...(directory?.controllers ?? [])];
    const seen = [...(domain === null ? [] : [domain]), ...(await lookTwice(servers, parts, signal))];
    const signIns = await parts.signIns();
    signal.throwIfAborted();
    const observed: Observed[] = [
      ...seen.map(toObserved),
      ...signIns.filter(isReadable).map((signIn) => ({
        key: signInKey(signIn),
        judge: (before: StoredMark | null, at: number) => judgeSignIn(signIn, before, at),
      })),
    ];
    const known = new Map((await marks.list()).map((mark) => [mark.key, mark]));
    for (const each of observed) {
      const before = known.get(each.key) ?? null;
      const judged = judgeAlone(each, before, parts);
      // Whoever else looked at the same time has told it.
      if (judged !== null && (await marks.replace(judged.mark, before)))
        for (const alert of judged.alerts) await raise(alert);
    }
    // What cannot be read now is not gone: it stays as it was seen.
    const keys = new Set([...observed.map(({ key }) => key), ...signIns.map(signInKey)]);
    const isDomainSilent = domain?.seen.answers === false;
    const gone = [...known.values()].filter((mark) => isForgotten(mark, keys, isDomainSilent));
    await marks.remove(gone.map(({ key }) => key));
  };
