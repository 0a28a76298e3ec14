import { fail, isFailure } from '../../../contract/failures.ts';
import type { ControllerMemory } from '../connection/controllerMemory.ts';
import type { ControllerOpening, OpenController } from '../connection/openController.ts';
import { bindName } from '../connection/bindName.ts';
import { withinTime } from '../connection/withinTime.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { DirectoryInForce } from './directoryInForce.ts';
import { createDomainNames } from './domainNames.ts';
import { createRefusedIdentities } from './refusedIdentities.ts';
import type { SessionPool } from './sessionPool.ts';
import { toDirectorySession } from './toDirectorySession.ts';
import { isLost, unreachable } from './unreachable.ts';

export type SessionParts = {
  /** Null: no directory is in force, or it is switched off. */
  inForce: () => Promise<DirectoryInForce | null>;
  opening: ControllerOpening;
  memory: Pick<ControllerMemory, 'noteFailure'>;
  pool: SessionPool;
  /** ms since 1970 UTC. */
  now: () => number;
  /** Is told what nobody foresaw. */
  report: (error: unknown) => void;
};

/** Where to ask. `domain` null: our own. `limitMs`: how long the whole question may take. */
export type Asked = { domain: string | null; service?: 'domain' | 'globalCatalog'; limitMs?: number };

type SessionWork<Result> = (session: DirectorySession, signal: AbortSignal) => Promise<Result>;

type Opened = { opened: OpenController; values: ResolvedDirectory; revision: number; isOwn: boolean };

/** How often a question is asked of another controller when one is lost in the middle. */
const mostControllers = 3;

/** The values for another domain: DNS knows its controllers, and a bare name still means an account of ours. */
export const forDomain = (directory: ResolvedDirectory, domain: string | null): ResolvedDirectory => {
  if (domain === null || domain.toLowerCase() === directory.domain) return directory;
  const { identity } = directory;
  return {
    ...directory,
    domain: domain.toLowerCase(),
    controllers: { source: 'dns', site: null },
    identity:
      identity.mode === 'windows'
        ? identity
        : { ...identity, userName: bindName(identity.userName, directory.domain) },
  };
};

const createUse = ({ inForce, opening, memory, pool, now, report }: SessionParts) => {
  const names = createDomainNames();
  const refused = createRefusedIdentities(now);

  /** NOT_FOUND. */
  const demandInForce = async (): Promise<DirectoryInForce> => {
    const found = await inForce();
    if (!found) throw fail('NOT_FOUND', {});
    return found;
  };

  const workOn = async <Result>(
    { opened, values, revision, isOwn }: Opened,
    signal: AbortSignal,
    work: SessionWork<Result>,
  ): Promise<Result> => {
    const nameless = toDirectorySession(opened, values.domain, []);
    const known = isOwn ? await names.read(revision, nameless, signal) : names.known(revision);
    return work(toDirectorySession(opened, values.domain, known), signal);
  };

  const use = async <Result>(
    asked: Asked,
    signal: AbortSignal,
    work: SessionWork<Result>,
  ): Promise<Result> => {
    const { revision, directory } = await demandInForce();
    const { service = 'domain', limitMs = directory.timeoutMs } = asked;
    const values = forDomain(directory, asked.domain);
    const isOwn = values === directory && service === 'domain';
    const key = `${revision} ${service} ${values.domain}`;
    const open = (): Promise<OpenController> =>
      refused.open(`${revision} ${values.domain}`, () => opening.openController(values, signal, service));
    for (let left = mostControllers; ; left -= 1) {
      const opened = pool.take(key) ?? (await open());
      try {
        const result = await withinTime(limitMs, signal, (limited) =>
          workOn({ opened, values, revision, isOwn }, limited, work),
        );
        pool.give(key, opened);
        return result;
      } catch (error) {
        opened.close();
        signal.throwIfAborted();
        if (isFailure(error)) throw error;
        if (left === 1 || !isLost(error)) throw unreachable(error, opened.host, report);
        memory.noteFailure(opened.host);
      }
    }
  };

  return { demandInForce, use };
};

/**
 * Asks controllers of the directory that is in force as the identity that reads. A controller that is lost in the middle makes
 * room for the next one; what a controller refuses is its answer.
 */
export const createSessionUse = (parts: SessionParts) => {
  const { demandInForce, use } = createUse(parts);
  return {
    demandInForce,
    /** DIRECTORY_UNREACHABLE, NOT_FOUND; what `work` throws of the contract passes. */
    withSession: async <Result>(
      asked: Asked,
      signal: AbortSignal,
      work: SessionWork<Result>,
    ): Promise<Result> => {
      try {
        return await use(asked, signal, work);
      } catch (error) {
        signal.throwIfAborted();
        throw isFailure(error) ? error : unreachable(error, '', parts.report);
      }
    },
  };
};

export type SessionUse = ReturnType<typeof createSessionUse>;
