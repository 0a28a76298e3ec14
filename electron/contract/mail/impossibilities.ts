import type { FieldIssue } from '../failures.ts';
import type { OAuthClient } from '../oauth/mapClient.ts';
import { hostOfUrl } from './exchange.ts';
import type { Authentication, ProfileValues } from './mapSecrets.ts';

/** Where it is, and the code of its sentence in `fieldErrors`. */
type Found = { path: FieldIssue['path']; code: string };

const at = (code: string, ...path: FieldIssue['path']): Found => ({ path, code });

const below = (found: readonly Found[], ...path: FieldIssue['path']): Found[] =>
  found.map((one) => ({ ...one, path: [...path, ...one.path] }));

const isOf = (host: string, domains: readonly string[]): boolean => {
  const name = host.toLowerCase().replace(/\.$/, '');
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
};

const google = ['gmail.com', 'googlemail.com', 'google.com'];
const microsoft = ['office365.com', 'outlook.com', 'office365.us', 'outlook.cn'];
/** Yahoo lets in only whom it has a contract with; Microsoft's accounts of private people know no applications. */
const withoutApplications = ['yahoo.com', 'yahoodns.net', 'msn.com', 'hotmail.com', 'live.com'];

const sharedTenants = ['common', 'organizations', 'consumers'];

const ofGoogle: Readonly<Record<string, string>> = {
  clientCredentials: 'googleNeedsPerson',
  ropc: 'googleNeedsBrowser',
  deviceCode: 'googleNoDeviceCode',
};

const ofTenant = ({ place, grant: { flow } }: OAuthClient<unknown>): Found[] => {
  if (place.provider !== 'microsoft' || place.tenantId.source !== 'value') return [];
  const tenant = place.tenantId.value.toLowerCase();
  if (flow === 'clientCredentials' && sharedTenants.includes(tenant))
    return [at('applicationNeedsTenant', 'place', 'tenantId')];
  return flow === 'ropc' && tenant === 'consumers' ? [at('ropcNeedsOrganization', 'place', 'tenantId')] : [];
};

const ofEndpoints = ({ place, grant: { flow } }: OAuthClient<unknown>): Found[] => {
  if (place.provider !== 'openid' || place.endpoints.found !== 'typed') return [];
  const { authorization, device } = place.endpoints;
  if (flow === 'authorizationCode' && authorization === null)
    return [at('required', 'place', 'endpoints', 'authorization')];
  return flow === 'deviceCode' && device === null ? [at('required', 'place', 'endpoints', 'device')] : [];
};

const ofClient = (client: OAuthClient<unknown>, host: string): Found[] => {
  const { place, proof, grant } = client;
  const code = place.provider === 'google' ? ofGoogle[grant.flow] : undefined;
  const isForbidden =
    isOf(host, withoutApplications) &&
    (grant.flow === 'clientCredentials' || grant.flow === 'authorizationCode');
  const isOther =
    (place.provider === 'microsoft' && isOf(host, google)) ||
    (place.provider === 'google' && isOf(host, microsoft));
  return [
    ...(code === undefined ? [] : [at(code, 'grant', 'flow')]),
    ...(isForbidden ? [at('providerWithoutOAuth', 'grant', 'flow')] : []),
    ...(isOther ? [at('otherProvider', 'place', 'provider')] : []),
    ...(grant.flow === 'clientCredentials' && proof.kind === 'none'
      ? [at('applicationNeedsProof', 'proof', 'kind')]
      : []),
    ...ofTenant(client),
    ...ofEndpoints(client),
  ];
};

const ofSignIn = (signIn: Authentication<unknown>, host: string): Found[] => {
  if (signIn.mode === 'oauth2') return below(ofClient(signIn.client, host), 'client');
  if (!isOf(host, [...google, ...microsoft])) return [];
  if (signIn.mode === 'ntlm') return [at('cloudWithoutNtlm', 'mode')];
  return signIn.mode === 'kerberos' ? [at('cloudWithoutKerberos', 'mode')] : [];
};

const found = (values: ProfileValues<unknown>): Found[] => {
  switch (values.kind) {
    case 'smtp':
      return [
        ...below(ofSignIn(values.authentication, values.host), 'authentication'),
        ...(values.arrival === null
          ? []
          : below(ofSignIn(values.arrival.authentication, values.arrival.host), 'arrival', 'authentication')),
      ];
    case 'microsoft365': {
      const { authentication } = values;
      const isOther = authentication.client.place.provider !== 'microsoft';
      return [
        ...(isOther ? [at('graphNeedsMicrosoft', 'authentication', 'client', 'place', 'provider')] : []),
        ...below(ofSignIn(authentication, ''), 'authentication'),
      ];
    }
    case 'exchange': {
      const { authentication, url } = values;
      const isBasic = authentication.mode === 'password' && isOf(hostOfUrl(url), microsoft);
      return [
        ...(isBasic ? [at('exchangeOnlineNeedsOAuth', 'authentication', 'mode')] : []),
        ...below(ofSignIn(authentication, hostOfUrl(url)), 'authentication'),
      ];
    }
    default:
      return [];
  }
};

/** What cannot work whatever is typed elsewhere (REQUIREMENTS A13), by paths in the values. */
export const impossibilities = (values: ProfileValues<unknown>): FieldIssue[] =>
  found(values).map((one) => ({ ...one, parameters: {} }));
