import type { Finding } from '../../../contract/proof/finding.ts';
import type { PingAnswer } from '../../../protocols/ldap/cldapPing.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { explainDirectoryError, type Standing } from '../connection/explainDirectoryError.ts';
import { locateDirectory } from '../connection/locateDirectory.ts';
import { locatedFinding } from '../connection/locatedFinding.ts';
import { silentWork } from '../connection/silentWork.ts';
import { withinTime } from '../connection/withinTime.ts';
import { type NamedDomain, readDomains } from '../reading/readDomains.ts';
import { StageFailure } from '../../proof/stage.ts';
import { boundSession } from './boundSession.ts';
import type { DirectoryProof } from './directoryProof.ts';
import type { RunControllerStage } from './directoryStage.ts';

/** Far more than most have; the others are listed and not asked. */
const askedDomains = 20;

type Reached = { domain: NamedDomain; answer: PingAnswer | null; obstacle: Finding | null };

const pingDomain = async (
  domain: string,
  { parts, proven: { directory } }: DirectoryProof,
  signal: AbortSignal,
): Promise<PingAnswer> => {
  const place = {
    domain,
    controllers: { source: 'dns', site: null },
    dnsServers: directory.dnsServers,
  } as const;
  const located = await locateDirectory(place, parts, signal);
  const address = located.controllers.flatMap(({ addresses }) => addresses)[0];
  const finding = locatedFinding(located, domain);
  if (address === undefined || finding?.severity === 'error')
    throw new StageFailure(finding ?? makeFinding('domainNotReachable', { domain }));
  const target = { address, domain, client: parts.machineName };
  return parts.ping(target, { limitMs: directory.timeoutMs }, signal);
};

/** Whether a controller of the domain is found and answers; half of the stage's time, so that the others are still told. */
const reach = async (domain: NamedDomain, proof: DirectoryProof, signal: AbortSignal): Promise<Reached> => {
  const limitMs = proof.proven.directory.timeoutMs / 2;
  try {
    const answer = await withinTime(limitMs, signal, (limited) => pingDomain(domain.name, proof, limited));
    return { domain, answer, obstacle: null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof StageFailure) return { domain, answer: null, obstacle: error.finding };
    const standing: Standing = {
      ...{ stage: 'ping', isConnected: false, isLdaps: false },
      parameters: { domain: domain.name },
    };
    const { evidence } = silentWork(signal);
    const report = (unforeseen: unknown): never => {
      throw unforeseen;
    };
    return { domain, answer: null, obstacle: explainDirectoryError(error, standing, { evidence, report }) };
  }
};

const trustLine = ({ domain, answer, obstacle }: Reached): string => {
  const { name, netbiosName, direction, kind, isTransitive } = domain;
  const reached = answer === null ? (obstacle?.code ?? '') : `${answer.ms} ms`;
  return [name, netbiosName, kind, direction, ...(isTransitive ? ['transitive'] : []), reached].join(' · ');
};

const judge = (all: readonly Reached[]): Finding | null => {
  if (all.length === 0) return makeFinding('noTrusts', {});
  const silent = all.filter(({ obstacle, domain }) => obstacle !== null && domain.direction !== 'disabled');
  const trust = silent.map(({ domain }) => domain.name).join(', ');
  if (trust !== '') return makeFinding('trustUnreachable', { trust });
  return all.some(({ domain }) => domain.direction === 'disabled') ? makeFinding('trustDisabled', {}) : null;
};

/** Reads which domains are of the same forest or are trusted (MS-ADTS 6.1.6.7; U06), and asks a controller of each. */
export const runTrusts: RunControllerStage = async (work, proof, controller) => {
  const { evidence, transcript, signal } = work;
  const session = await boundSession(work, proof, controller);
  const domains = (await readDomains(session, signal)).filter(({ kind }) => kind !== 'own');
  evidence.fact(
    'trusts',
    domains.map(({ name }) => name),
  );
  const all = await Promise.all(domains.slice(0, askedDomains).map((domain) => reach(domain, proof, signal)));
  evidence.fact('trusts', all.map(trustLine));
  for (const one of all) transcript.note(trustLine(one));
  return judge(all);
};
