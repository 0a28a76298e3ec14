import { TimeLimitError } from '../../../concurrency/timeLimitError.ts';
import { withinTime } from '../../../concurrency/withinTime.ts';
import { isFailure } from '../../../contract/failures.ts';
import { bindName } from '../connection/bindName.ts';
import type { ControllerMemory } from '../connection/controllerMemory.ts';
import type { DirectoryService } from '../connection/directoryService.ts';
import type { ControllerOpening, OpenController } from '../connection/openController.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { createIdentityDigest } from './identityDigest.ts';
import type { KnownDomains } from './knownDomains.ts';
import { readDomainsIfAllowed } from './readDomainsIfAllowed.ts';
import { createRefusedIdentities, type RefusedIdentitiesParts } from './refusedIdentities.ts';
import type { SessionPool } from './sessionPool.ts';
import { toDirectorySession } from './toDirectorySession.ts';
import { isLost, unreachable } from './unreachable.ts';

export type PlaceParts = RefusedIdentitiesParts & {
  opening: Pick<ControllerOpening, 'openController'>;
  memory: Pick<ControllerMemory, 'noteFailure'>;
  pool: SessionPool;
  known: KnownDomains;
  /** Is told what nobody foresaw. */
  report: (error: unknown) => void;
};

/** What is asked of one session. */
export type SessionWork<Result> = (session: DirectorySession, signal: AbortSignal) => Promise<Result>;

/** A place to ask, with the values that reach it. */
type Place = { home: ResolvedDirectory; values: ResolvedDirectory; service: DirectoryService };

/** How often a question is asked of another controller when one is lost in the middle. */
const mostControllers = 3;

/** Opens sessions of the identity that reads, and keeps them for the next use. */
const createOpening = ({ opening, pool, ...parts }: PlaceParts) => {
  const refused = createRefusedIdentities(parts);
  const digest = createIdentityDigest();

  const userNameOf = ({ identity, domain }: ResolvedDirectory): string | null =>
    identity.mode === 'windows' ? null : bindName(identity.userName, domain);

  const identityOf = (home: ResolvedDirectory): string => {
    const { identity } = home;
    return digest(identity.mode === 'windows' ? null : [userNameOf(home), identity.password]);
  };

  const keyOf = ({ values, service }: Place): string => `${service} ${digest(values)}`;

  return {
    isAccepted: (home: ResolvedDirectory): boolean => refused.isAccepted(identityOf(home)),
    refusalIn: (home: ResolvedDirectory, domain: string) => refused.refusalIn(identityOf(home), domain),
    open: async (place: Place, signal: AbortSignal): Promise<OpenController> => {
      const { home, values, service } = place;
      const identity = identityOf(home);
      const domain = values === home ? null : values.domain;
      // A session of before a refusal elsewhere does not tell whether the identity is still let in at home.
      const kept = domain === null && !refused.isAccepted(identity) ? null : pool.take(keyOf(place));
      if (kept) return kept;
      const where = { identity, userName: userNameOf(home), domain };
      return opening.openController(values, signal, service, (bind) =>
        refused.bindInTurn(where, signal, bind),
      );
    },
    giveBack: (place: Place, opened: OpenController): void => pool.give(keyOf(place), opened),
  };
};

/** Asks one place as the identity that reads. A controller that is lost makes room for the next one. */
export const createPlaceUse = (parts: PlaceParts) => {
  const { memory, known, report } = parts;
  const { open, giveBack, isAccepted, refusalIn } = createOpening(parts);

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
        // Who asked is gone, the controller is as good as before: the next letter of a search needs no new sign-in. One that is
        // too slow is not.
        if (signal.aborted && !(signal.reason instanceof TimeLimitError)) giveBack(place, opened);
        else opened.close();
        signal.throwIfAborted();
        if (isFailure(error)) throw error;
        if (left === 1 || !isLost(error)) throw unreachable(error, opened.host, report);
        memory.noteFailure(opened.host, place.service);
      }
    }
  };

  return { askPlace, isAccepted, refusalIn };
};
