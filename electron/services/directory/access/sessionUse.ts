import { oneFlight } from '../../../concurrency/oneFlight.ts';
import { fail, isFailure } from '../../../contract/failures.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import type { DirectoryService } from '../connection/directoryService.ts';
import { type NamedDomain, readDomains } from '../reading/readDomains.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { DirectoryInForce } from './directoryInForce.ts';
import { forDomain } from './forDomain.ts';
import { createPlaceUse, type PlaceParts, type SessionWork } from './placeUse.ts';
import { NotAcceptedAtHome } from './refusedIdentities.ts';
import { trustObstacle } from './trustObstacle.ts';
import { unreachable } from './unreachable.ts';

export type SessionParts = PlaceParts & {
  /** Null: no directory is in force. */
  inForce: () => Promise<DirectoryInForce | null>;
};

/** Where to ask. `domain` null: our own. `limitMs`: how long the work may take on a session, once that is open. */
export type Asked = { domain: string | null; service?: DirectoryService; limitMs?: number };

/** What reading the domains may take in all, in ms. */
const domainsLimitMs = 30_000;

const resolveIfPossible = async ({ resolve }: DirectoryInForce): Promise<ResolvedDirectory | null> => {
  try {
    return await resolve();
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
};

/** Where a further domain has refused the identity meanwhile, it is to be let in at home anew, or asked nowhere. */
const whileAccepted = async <Values, Result>(
  demandAccepted: () => Promise<Values>,
  ask: (values: Values) => Promise<Result>,
): Promise<Result> => {
  for (;;) {
    const values = await demandAccepted();
    try {
      return await ask(values);
    } catch (error) {
      if (!(error instanceof NotAcceptedAtHome)) throw error;
    }
  }
};

const createUse = (parts: SessionParts) => {
  const { inForce, known } = parts;
  const { askPlace, isAccepted, refusalIn } = createPlaceUse(parts);

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
    const askAt = (values: ResolvedDirectory): Promise<Result> =>
      askPlace({ home, values, service }, limitMs ?? home.timeoutMs, signal, work);
    if (domain === null || domain.toLowerCase() === home.domain) return askAt(home);
    return whileAccepted(() => valuesOf(home, domain, signal), askAt);
  };

  return { demandInForce, freshDomains, ask, refusalIn };
};

/**
 * Asks controllers of the directory that is in force as the identity that reads: of our own domain, and of those that it names
 * and that no trust keeps from us. A controller that is lost in the middle makes room for the next one; what a controller
 * refuses is its answer, and what takes too long is asked of no other one.
 */
export const createSessionUse = (parts: SessionParts) => {
  const { demandInForce, freshDomains, ask, refusalIn } = createUse(parts);

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
    /**
     * Why the identity that reads is not tried in a domain now, as its last attempt there went; nobody knows while its password
     * cannot be read. NOT_FOUND.
     */
    refusals: async (): Promise<(domain: string) => Promise<Finding | null>> => {
      const home = await resolveIfPossible(await demandInForce());
      return async (domain) => (home === null ? null : refusalIn(home, domain));
    },
    /** What our directory says of its domains, an hour old at most. DIRECTORY_UNREACHABLE, NOT_FOUND, VAULT_LOCKED … */
    readDomains: (wanted: { refresh: boolean }, signal: AbortSignal): Promise<readonly NamedDomain[]> =>
      explained(signal, freshDomains(wanted, signal)),
    /** DIRECTORY_UNREACHABLE, NOT_FOUND, VAULT_LOCKED …; what `work` throws of the contract passes. */
    withSession: <Result>(asked: Asked, signal: AbortSignal, work: SessionWork<Result>): Promise<Result> =>
      explained(signal, ask(asked, signal, work)),
  };
};

export type SessionUse = ReturnType<typeof createSessionUse>;
