import { TimeLimitError } from '../../../concurrency/timeLimitError.ts';
import { withinTime } from '../../../concurrency/withinTime.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { DirectoryService } from '../connection/directoryService.ts';
import { findingOf } from '../people/unreachableFinding.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import type { SessionWork } from './placeUse.ts';
import type { SessionUse } from './sessionUse.ts';

/** What was answered, or why nobody could be asked. */
export type Asking<Answer> = { answer: Answer; obstacle: null } | { answer: null; obstacle: Finding };

/** No other domain, and no Global Catalog, holds the answer up for longer, in ms. */
const otherDomainLimitMs = 20_000;
/** Later than this after the start of the question none is asked or waited for, in ms. */
const othersLimitMs = 40_000;

/** Why a domain could not be asked; null: it is another failure. */
const obstacleOf = (error: unknown): Finding | null =>
  error instanceof TimeLimitError ? makeFinding('ldapTimedOut', {}) : findingOf(error);

/**
 * Asks domains in the course of a question to one of them, whose session is there already. One that could not be asked, or did not
 * answer in time, is not asked again. Throws what is no DIRECTORY_UNREACHABLE, what `work` throws on the session that is there, and
 * the signal's reason.
 */
export const createAskOthers = (
  { withSession }: Pick<SessionUse, 'withSession'>,
  session: DirectorySession,
  signal: AbortSignal,
) => {
  const obstacles = new Map<string, Finding>();
  const startedAt = performance.now();

  return async <Answer>(
    domain: string,
    service: DirectoryService,
    work: SessionWork<Answer>,
  ): Promise<Asking<Answer>> => {
    if (domain === session.domain && service === 'domain')
      return { answer: await work(session, signal), obstacle: null };
    const place = `${service} ${domain}`;
    const known = obstacles.get(place);
    if (known) return { answer: null, obstacle: known };
    const limitMs = Math.min(otherDomainLimitMs, othersLimitMs - (performance.now() - startedAt));
    try {
      if (limitMs <= 0) throw new TimeLimitError(othersLimitMs);
      // Finding a controller and signing in counts, too.
      const answer = await withinTime(limitMs, signal, (limited) =>
        withSession({ domain, service, limitMs }, limited, work),
      );
      return { answer, obstacle: null };
    } catch (error) {
      signal.throwIfAborted();
      const obstacle = obstacleOf(error);
      if (obstacle === null) throw error;
      obstacles.set(place, obstacle);
      return { answer: null, obstacle };
    }
  };
};

export type AskOthers = ReturnType<typeof createAskOthers>;
