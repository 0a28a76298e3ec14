import type { Finding } from '../../../contract/proof/finding.ts';
import { trustLine } from '../../../contract/proof/trustLine.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { type DomainReach, reachDomain } from '../connection/reachDomain.ts';
import { type NamedDomain, readDomains, type TrustLimit } from '../reading/readDomains.ts';
import { boundSession } from './boundSession.ts';
import type { RunControllerStage } from './directoryStage.ts';

/** Far more than most have; the others are listed and not asked. */
const askedDomains = 20;

type Reached = DomainReach & { domain: NamedDomain };

const limitCodes = {
  quarantined: 'trustQuarantined',
  selective: 'trustSelective',
} as const satisfies Record<TrustLimit, FindingCode>;

const lineOf = ({ domain, answer, obstacle }: Reached): string => {
  const { name, netbiosName, direction, kind, isTransitive, limits } = domain;
  const reached = answer === null ? obstacle.code : `${answer.ms} ms`;
  const more = [...(isTransitive ? ['transitive'] : []), ...limits.map((limit) => limitCodes[limit])];
  return trustLine([name, netbiosName, kind, direction, ...more, reached]);
};

type Told = { code: FindingCode; isSo: (reached: Reached) => boolean };

const isLimited =
  (limit: TrustLimit) =>
  ({ domain }: Reached): boolean =>
    domain.limits.includes(limit);

/** The worst first; the lines tell the others. */
const told: readonly Told[] = [
  {
    code: 'trustUnreachable',
    isSo: ({ obstacle, domain }) => obstacle !== null && domain.direction !== 'disabled',
  },
  { code: limitCodes.selective, isSo: isLimited('selective') },
  { code: 'trustDisabled', isSo: ({ domain }) => domain.direction === 'disabled' },
  { code: limitCodes.quarantined, isSo: isLimited('quarantined') },
];

const judge = (all: readonly Reached[]): Finding | null => {
  if (all.length === 0) return makeFinding('noTrusts', {});
  for (const { code, isSo } of told) {
    const trust = all.filter(isSo).map(({ domain }) => domain.name);
    if (trust.length > 0) return makeFinding(code, { trust: trust.join(', ') });
  }
  return null;
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
