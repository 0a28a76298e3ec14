import type { TLSSocket } from 'node:tls';
import type { Finding } from '../../../contract/proof/finding.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import { forDirectory } from '../../knowledge/forDirectory.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { type JudgedServer, judgeServer } from '../../proof/judgeServer.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';

/** Two labels below a country are as often everybody's (co.uk) as somebody's. */
const fewestLabels = (labels: readonly string[]): number => (labels.at(-1)?.length === 2 ? 3 : 2);

/** The domain and what is above it, of which one is its forest's root: which one, nobody says who could be believed yet. */
const suffixesOf = (domain: string): string[] => {
  const labels = hostToAscii(domain).split('.');
  const parents = labels.map((_, index) => labels.slice(index)).slice(1);
  const own = parents.filter((parent) => parent.length >= fewestLabels(parent));
  return [labels, ...own].map((each) => each.join('.'));
};

/**
 * Whether a host whose name came out of DNS, which nobody signs, may prove itself by that name: it lies below the domain, or
 * below its forest's root (RFC 6125, 6.2.1: names from an insecure source are no reference).
 */
export const isBelowDomain = (host: string, domain: string): boolean =>
  suffixesOf(domain).some((suffix) => hostToAscii(host).endsWith(`.${suffix}`));

const hasDomainName = (secured: TLSSocket, domain: string): boolean =>
  secured.getPeerX509Certificate()?.checkHost(hostToAscii(domain)) !== undefined;

type Judged = Omit<JudgedServer, 'otherNames'> & {
  directory: Pick<ResolvedDirectory, 'domain' | 'controllers'>;
};

/**
 * Judges the certificate of a controller: right with the name of the domain (MS-ADTS 5.1.1.2), and with its own name where that
 * was typed or lies below the domain. Gives what is wrong, a warning, or null.
 */
export const judgeController = (secured: TLSSocket, { directory, ...server }: Judged): Finding | null => {
  const { domain, controllers } = directory;
  const isAnnounced = controllers.source === 'dns';
  const isForeign = isAnnounced && !isBelowDomain(server.host, domain);
  const found = judgeServer(secured, {
    ...server,
    ...(isForeign ? { host: domain } : { otherNames: [domain] }),
  });
  const { parameters } = server;
  if (isForeign && found?.code === 'certificateNameMismatch')
    return makeFinding('controllerOutsideDomain', { ...parameters, controller: server.host, domain });
  if (found === null && isAnnounced && !hasDomainName(secured, domain))
    return makeFinding('certificateWithoutDomainName', parameters);
  return found && forDirectory(found);
};
