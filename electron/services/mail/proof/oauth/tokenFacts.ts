import { cloudPlaces } from '../../../../contract/oauth/cloudPlaces.ts';
import { redirectAddresses } from '../../../../contract/oauth/redirectAddresses.ts';
import type { TokenEndpoints } from '../../../../protocols/oauth/tokenClient.ts';
import { clientNeeds } from '../../../oauth/clientNeeds.ts';
import { authorityOf, knownEndpoints, tokenEndpointOf } from '../../../oauth/clientPlace.ts';
import type { Finding } from '../../../../contract/proof/finding.ts';
import type { FindingCode } from '../../../knowledge/findingTable.ts';
import type { GivenToken } from '../../../oauth/tokenService.ts';
import type { EvidenceWriter } from '../../../proof/evidenceWriter.ts';
import type { TokenNeed } from './tokenNeeds.ts';
import type { TokenSession } from './tokenSession.ts';

const hostAndPort = (address: string): Record<string, string> => {
  const url = URL.parse(address);
  if (url === null) return {};
  return { host: url.hostname, port: url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port };
};

/** What an administrator of the tenant can solve by agreeing for everybody. */
const consentCodes: ReadonlySet<string> = new Set<FindingCode>([
  ...(['oauthConsentMissing', 'oauthAdminConsentNeeded'] as const),
  ...(['oauthPermissionMissing', 'oauthPermissionNotRegistered', 'oauthApplicationRoleMissing'] as const),
]);

/** Writes down where an administrator agrees for the whole tenant, when that is what is missing; Microsoft has such a page. */
export const noteConsent = ({ code }: Finding, { client }: TokenNeed, evidence: EvidenceWriter): void => {
  const { place, clientId } = client;
  if (place.provider !== 'microsoft' || !consentCodes.has(code)) return;
  const { login } = cloudPlaces[place.cloud];
  const query = new URLSearchParams({ client_id: clientId }).toString();
  evidence.fact(
    'consentAddress',
    `https://${login}/${encodeURIComponent(place.tenantId)}/adminconsent?${query}`,
  );
};

/** The address that gives the tokens, or describes who does. */
export const providerAddress = (
  { client: { place } }: TokenNeed,
  endpoints: TokenEndpoints | null,
): string => {
  const known = endpoints ?? knownEndpoints(place);
  return known === null ? authorityOf(place) : tokenEndpointOf(known);
};

/** What the texts of findings may name; the host is the one that gives the tokens, or describes it. */
export const tokenParameters = (
  need: TokenNeed,
  endpoints: TokenEndpoints | null,
): Record<string, string> => {
  const { client, userName, purposes } = need;
  const { place, clientId, grant } = client;
  return {
    ...hostAndPort(providerAddress(need, endpoints)),
    ...{ provider: place.provider, authority: authorityOf(place), clientId, userName, flow: grant.flow },
    ...(place.provider === 'microsoft' ? { tenant: place.tenantId } : {}),
    ...{ mailbox: userName, redirectUri: redirectAddresses[place.provider] },
    permissions: clientNeeds(client, purposes).permissions.join(', '),
  };
};

/** Writes down which application asks for a token, of whom and for what. */
export const writeAskerFacts = (
  { client, purposes, uses, userName }: TokenNeed,
  evidence: EvidenceWriter,
): void => {
  const { place, clientId, grant } = client;
  evidence.fact('provider', place.provider);
  evidence.fact('authority', authorityOf(place));
  evidence.fact('flow', grant.flow);
  evidence.fact('applicationId', clientId);
  evidence.fact('scopesAsked', [...clientNeeds(client, purposes).scopes]);
  // An application signs in by itself, whatever mailbox its token is used for.
  evidence.fact(grant.flow === 'clientCredentials' ? 'mailbox' : 'userName', userName);
  if (place.provider === 'microsoft') evidence.fact('tenant', place.tenantId);
  // Which one it is, where there are two.
  if (!uses.includes('send')) evidence.fact('mailboxProtocol', purposes.join(', ').toUpperCase());
};

/** Writes down what a token is, without it. */
export const writeTokenFacts = (
  { endpoints, fromCache, refreshable, expiresAtMs, account }: GivenToken,
  evidence: EvidenceWriter,
): void => {
  evidence.fact('tokenEndpoint', tokenEndpointOf(endpoints));
  evidence.fact('fromCache', fromCache);
  evidence.fact('renewable', refreshable);
  evidence.fact('expiresAt', new Date(expiresAtMs).toISOString());
  if (account !== null) evidence.fact('account', account);
};

/** Writes down with which token of its own the mailbox is looked into. */
export const writeMailboxToken = ({ given }: TokenSession, evidence: EvidenceWriter): void => {
  for (const [need, token] of given) {
    if (need.uses.includes('send')) continue;
    writeAskerFacts(need, evidence);
    writeTokenFacts(token, evidence);
  }
};
