import { fail, isFailure } from '../../../contract/failures.ts';
import { bindName } from '../connection/bindName.ts';
import type { ControllerMemory } from '../connection/controllerMemory.ts';
import type { DirectoryService } from '../connection/directoryService.ts';
import type { ControllerOpening, OpenController } from '../connection/openController.ts';
import { withinTime } from '../connection/withinTime.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { type NamedDomain, readDomains } from '../reading/readDomains.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { DirectoryInForce } from './directoryInForce.ts';
import { forDomain } from './forDomain.ts';
import { createIdentityDigest } from './identityDigest.ts';
import type { KnownDomains } from './knownDomains.ts';
import { oneFlight } from './oneFlight.ts';
import { readDomainsIfAllowed } from './readDomainsIfAllowed.ts';
import { createRefusedIdentities } from './refusedIdentities.ts';
import type { SessionPool } from './sessionPool.ts';
import { toDirectorySession } from './toDirectorySession.ts';
import { trustObstacle } from './trustObstacle.ts';
import { isLost, unreachable } from './unreachable.ts';

export type SessionParts = {
  /** Null: no directory is in force. */
  inForce: () => Promise<DirectoryInForce | null>;
  opening: Pick<ControllerOpening, 'openController'>;
  memory: Pick<ControllerMemory, 'noteFailure'>;
  pool: SessionPool;
  known: KnownDomains;
  /** ms since 1970 UTC. */
  now: () => number;
  /** Is told what nobody foresaw. */
  report: (error: unknown) => void;
};

/** Where to ask. `domain` null: our own. `limitMs`: how long the whole question may take. */
export type Asked = { domain: string | null; service?: DirectoryService; limitMs?: number };

type SessionWork<Result> = (session: DirectorySession, signal: AbortSignal) => Promise<Result>;

/** A place to ask, with the values that reach it. */
type Place = { home: ResolvedDirectory; values: ResolvedDirectory; service: DirectoryService };

/** How often a question is asked of another controller when one is lost in the middle. */
const mostControllers = 3;
/** What reading the domains may take in all, in ms. */
const domainsLimitMs = 30_000;

/** Opens sessions of the identity that reads, and keeps them for the next use. */
const createOpening = ({ opening, pool, now }: Pick<SessionParts, 'opening' | 'pool' | 'now'>) => {
  const refused = createRefusedIdentities(now);
  const digest = createIdentityDigest();

  const identityOf = ({ identity, domain }: ResolvedDirectory): string =>
    digest(identity.mode === 'windows' ? null : [bindName(identity.userName, domain), identity.password]);

  const keyOf = ({ values, service }: Place): string => `${service} ${digest(values)}`;

  return {
    isAccepted: (home: ResolvedDirectory): boolean => refused.isAccepted(identityOf(home)),
    open: async (place: Place, signal: AbortSignal): Promise<OpenController> => {
      const { home, values, service } = place;
      const kept = pool.take(keyOf(place));
      if (kept) return kept;
      const where = { identity: identityOf(home), domain: values === home ? null : values.domain };
      return opening.openController(values, signal, service, (bind) =>
        refused.bindInTurn(where, signal, bind),
      );
    },
    giveBack: (place: Place, opened: OpenController): void => pool.give(keyOf(place), opened),
  };
};

/** Asks one place. A controller that is lost makes room for the next one. */
const createPlaceUse = (parts: SessionParts) => {
  const { memory, known, report } = parts;
  const { open, giveBack, isAccepted } = createOpening(parts);

  /** Names apart from the question, and within a time of their own: without them one is read all the same. */
  const learnDomains = async (
    opened: OpenController,
    { domain, timeoutMs }: ResolvedDirectory,
    signal: AbortSignal,
  ): Promise<void> => {
    if (known.isFresh(domain)) return;
    const nameless = toDirectorySession(opened, domain, []);
    const read = await withinTime(timeoutMs, signal, (limited) => readDomainsIfAllowed(nameless, limited));
    if (read !== null) known.note(domain, read);
  };

  const workOn = async <Result>(
    { opened, place, limitMs }: { opened: OpenController; place: Place; limitMs: number },
    signal: AbortSignal,
    work: SessionWork<Result>,
  ): Promise<Result> => {
    const { home, values, service } = place;
    if (values === home && service === 'domain') await learnDomains(opened, home, signal);
    const session = toDirectorySession(opened, values.domain, known.of(home.domain));
    return withinTime(limitMs, signal, (limited) => work(session, limited));
  };

  const askPlace = async <Result>(
    place: Place,
    limitMs: number,
    signal: AbortSignal,
    work: SessionWork<Result>,
  ): Promise<Result> => {
    for (let left = mostControllers; ; left -= 1) {
      const opened = await open(place, signal);
      try {
        const result = await workOn({ opened, place, limitMs }, signal, work);
        giveBack(place, opened);
        return result;
      } catch (error) {
        // Who asked is gone, the controller is as good as before: the next letter of a search needs no new sign-in.
        if (signal.aborted) giveBack(place, opened);
        else opened.close();
        signal.throwIfAborted();
        if (isFailure(error)) throw error;
        if (left === 1 || !isLost(error)) throw unreachable(error, opened.host, report);
        memory.noteFailure(opened.host, place.service);
      }
    }
  };

  return { askPlace, isAccepted };
};

const createUse = (parts: SessionParts) => {
  const { inForce, known } = parts;
  const { askPlace, isAccepted } = createPlaceUse(parts);

  const demandInForce = async (): Promise<DirectoryInForce> => {
    const found = await inForce();
    if (!found) throw fail('NOT_FOUND', {});
    return found;
  };

  /** To know that the identity is let in, and which domains there are. */
  const askHome = async (home: ResolvedDirectory, signal: AbortSignal): Promise<void> =>
    askPlace({ home, values: home, service: 'domain' }, home.timeoutMs, signal, async (session, limited) => {
      if (!known.isFresh(home.domain)) known.note(home.domain, await readDomains(session, limited));
    });

  const refreshDomains = oneFlight(domainsLimitMs, async (signal) =>
    askHome(await (await demandInForce()).resolve(), signal),
  );

  const freshDomains = async (
    { refresh }: { refresh: boolean },
    signal: AbortSignal,
  ): Promise<readonly NamedDomain[]> => {
    const { domain } = (await demandInForce()).values;
    if (refresh) known.expire();
    if (!known.isFresh(domain)) await refreshDomains(signal);
    return known.of(domain);
  };

  /** NOT_FOUND where nobody of ours is: any other name would get the password of the identity that reads. */
  const valuesOf = async (
    home: ResolvedDirectory,
    name: string,
    signal: AbortSignal,
  ): Promise<ResolvedDirectory> => {
    const domains = await freshDomains({ refresh: false }, signal);
    const found = domains.find((domain) => domain.name === name.toLowerCase());
    if (!found || trustObstacle(found)) throw fail('NOT_FOUND', {});
    // A password that is refused at home is sent nowhere else.
    if (!isAccepted(home)) await askHome(home, signal);
    return forDomain(home, found.name);
  };

  const ask = async <Result>(
    { domain, service = 'domain', limitMs }: Asked,
    signal: AbortSignal,
    work: SessionWork<Result>,
  ): Promise<Result> => {
    const home = await (await demandInForce()).resolve();
    const isHome = domain === null || domain.toLowerCase() === home.domain;
    const values = isHome ? home : await valuesOf(home, domain, signal);
    return askPlace({ home, values, service }, limitMs ?? home.timeoutMs, signal, work);
  };

  return { demandInForce, freshDomains, ask };
};

/**
 * Asks controllers of the directory that is in force as the identity that reads: of our own domain, and of those that it names
 * and that no trust keeps from us. A controller that is lost in the middle makes room for the next one; what a controller
 * refuses is its answer, and what takes too long is asked of no other one.
 */
export const createSessionUse = (parts: SessionParts) => {
  const { demandInForce, freshDomains, ask } = createUse(parts);

  const explained = async <Result>(signal: AbortSignal, asking: Promise<Result>): Promise<Result> => {
    try {
      return await asking;
    } catch (error) {
      signal.throwIfAborted();
      throw isFailure(error) ? error : unreachable(error, '', parts.report);
    }
  };

  return {
    /** NOT_FOUND. */
    demandInForce,
    /** What our directory says of its domains, an hour old at most. DIRECTORY_UNREACHABLE, NOT_FOUND, VAULT_LOCKED … */
    readDomains: (wanted: { refresh: boolean }, signal: AbortSignal): Promise<readonly NamedDomain[]> =>
      explained(signal, freshDomains(wanted, signal)),
    /** DIRECTORY_UNREACHABLE, NOT_FOUND, VAULT_LOCKED …; what `work` throws of the contract passes. */
    withSession: <Result>(asked: Asked, signal: AbortSignal, work: SessionWork<Result>): Promise<Result> =>
      explained(signal, ask(asked, signal, work)),
  };
};

export type SessionUse = ReturnType<typeof createSessionUse>;
