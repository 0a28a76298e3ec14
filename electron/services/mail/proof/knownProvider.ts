import type { Finding } from '../../../contract/proof/finding.ts';
import { cloudPlaces } from '../../../contract/oauth/cloudPlaces.ts';
import { googleEndpoints } from '../../../protocols/oauth/googleEndpoints.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { unreachedCodes } from './unreachedCodes.ts';

const unreached: ReadonlySet<string> = new Set(unreachedCodes);

const { tokenEndpoint, authorizationEndpoint } = googleEndpoints;

/** The hosts that this program names itself, or knows to be right. */
const knownHosts: ReadonlySet<string> = new Set([
  ...Object.values(cloudPlaces).flatMap(({ login, graph, outlook }) => [login, graph, outlook]),
  ...[tokenEndpoint, authorizationEndpoint].flatMap((address) => URL.parse(address ?? '')?.hostname ?? []),
]);

/** The finding, or where a provider that is known by its host was not reached, that this machine cannot: no name was mistyped. */
export const atKnownProvider = (finding: Finding): Finding => {
  const { code, parameters } = finding;
  const isKnown = knownHosts.has(parameters['host']?.toLowerCase() ?? '');
  if (!isKnown || !unreached.has(code)) return finding;
  return makeFinding(code === 'hostNotFound' ? 'providerNotResolved' : 'providerUnreachable', parameters);
};
