import type { Finding } from '../../../contract/proof/finding.ts';
import { trustLine } from '../../../contract/proof/trustLine.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { type DomainReach, reachDomain } from '../connection/reachDomain.ts';
import { type NamedDomain, readDomains } from '../reading/readDomains.ts';
import { boundSession } from './boundSession.ts';
import type { RunControllerStage } from './directoryStage.ts';

/** Far more than most have; the others are listed and not asked. */
const askedDomains = 20;

type Reached = DomainReach & { domain: NamedDomain };

const lineOf = ({ domain, answer, obstacle }: Reached): string => {
  const { name, netbiosName, direction, kind, isTransitive } = domain;
  const reached = answer === null ? (obstacle?.code ?? '') : `${answer.ms} ms`;
  return trustLine([name, netbiosName, kind, direction, ...(isTransitive ? ['transitive'] : []), reached]);
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
  const { directory } = proof.proven;
  /** Half of the stage's time, so that the others are still told. */
  const limitMs = directory.timeoutMs / 2;
  const reach = async (domain: NamedDomain): Promise<Reached> => {
    const asked = { domain: domain.name, dnsServers: directory.dnsServers, limitMs };
    return { domain, ...(await reachDomain(asked, proof.parts, signal)) };
  };
  const all = await Promise.all(domains.slice(0, askedDomains).map(reach));
  evidence.fact('trusts', all.map(lineOf));
  for (const one of all) transcript.note(lineOf(one));
  return judge(all);
};
