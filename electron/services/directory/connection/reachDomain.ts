import { withinTime } from '../../../concurrency/withinTime.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import type { PingAnswer } from '../../../protocols/ldap/cldapPing.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import type { DirectoryParts } from './directoryParts.ts';
import { explainDirectoryError, type Standing } from './explainDirectoryError.ts';
import { type DirectoryPlace, locateDirectory } from './locateDirectory.ts';
import { locatedFinding } from './locatedFinding.ts';
import { silentWork } from './silentWork.ts';

/** Which domain, which DNS servers to ask (none: those of this machine), and for how long, in ms. */
export type AskedDomain = { domain: string; dnsServers: readonly string[]; limitMs: number };

/** What a controller of the domain answered, or why none did. */
export type DomainReach = { answer: PingAnswer; obstacle: null } | { answer: null; obstacle: Finding };

const pingDomain = async (
  { domain, dnsServers, limitMs }: AskedDomain,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<PingAnswer> => {
  const place: DirectoryPlace = {
    ...{ domain, dnsServers: [...dnsServers] },
    controllers: { source: 'dns', site: null },
  };
  const located = await locateDirectory(place, parts, signal);
  const address = located.controllers.flatMap(({ addresses }) => addresses)[0];
  const finding = locatedFinding(located, place);
  if (address === undefined || finding?.severity === 'error')
    throw new StageFailure(finding ?? makeFinding('domainNotReachable', { domain }));
  return parts.ping({ address, domain, client: parts.machineName }, { limitMs }, signal);
};

/**
 * Whether a controller of a domain is found in DNS and answers (MS-ADTS 6.3.3), without signing in. Throws what nobody foresaw,
 * and the reason of the signal.
 */
export const reachDomain = async (
  asked: AskedDomain,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<DomainReach> => {
  try {
    const answer = await withinTime(asked.limitMs, signal, (limited) => pingDomain(asked, parts, limited));
    return { answer, obstacle: null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof StageFailure) return { answer: null, obstacle: error.finding };
    const standing: Standing = {
      ...{ stage: 'ping', isConnected: false, isLdaps: false },
      parameters: { domain: asked.domain },
    };
    const { evidence } = silentWork(signal);
    const report = (unforeseen: unknown): never => {
      throw unforeseen;
    };
    return { answer: null, obstacle: explainDirectoryError(error, standing, { evidence, report }) };
  }
};
