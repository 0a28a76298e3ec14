import type { Finding } from '../../../contract/proof/finding.ts';
import type { DirectoryService } from '../connection/directoryService.ts';
import { findingOf } from '../people/unreachableFinding.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import type { SessionWork } from './placeUse.ts';
import type { SessionUse } from './sessionUse.ts';

/** What was answered, or why nobody could be asked. */
export type Asking<Answer> = { answer: Answer; obstacle: null } | { answer: null; obstacle: Finding };

/** No other domain holds the answer up for longer, in ms. */
const otherDomainLimitMs = 20_000;

/**
 * Asks domains in the course of a question to one of them, whose session is there already. One that could not be asked is not
 * asked again. Throws what is no DIRECTORY_UNREACHABLE, and what `work` throws on the session that is there.
 */
export const createAskOthers = (
  { withSession }: Pick<SessionUse, 'withSession'>,
  session: DirectorySession,
  signal: AbortSignal,
) => {
  const obstacles = new Map<string, Finding>();

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
    const asked = { domain, service, limitMs: otherDomainLimitMs };
    try {
      return { answer: await withSession(asked, signal, work), obstacle: null };
    } catch (error) {
      const obstacle = findingOf(error);
      if (obstacle === null) throw error;
      obstacles.set(place, obstacle);
      return { answer: null, obstacle };
    }
  };
};

export type AskOthers = ReturnType<typeof createAskOthers>;
