import type { FieldIssue } from '../failures.ts';
import type { OAuthClient } from '../oauth/mapClient.ts';
import { canonicalHost, hostOfUrl, isWithin } from './canonicalHost.ts';
import type { Field } from './field.ts';
import type { Authentication, ProfileValues } from './mapSecrets.ts';

/** Where it is, and the code of its sentence in `fieldErrors`. */
type Found = { path: FieldIssue['path']; code: string };

/** Null: it is not known here. */
type ReadTenant = (field: Field) => string | null;

const typedOnly: ReadTenant = (field) => (field.source === 'value' ? field.value : null);

const at = (code: string, ...path: FieldIssue['path']): Found => ({ path, code });

const below = (found: readonly Found[], ...path: FieldIssue['path']): Found[] =>
  found.map((one) => ({ ...one, path: [...path, ...one.path] }));

const google = ['gmail.com', 'googlemail.com', 'google.com'];
const microsoft = ['office365.com', 'outlook.com', 'outlook.office.com', 'office365.us', 'outlook.cn'];
/** Yahoo lets in only whom it has a contract with; Microsoft's accounts of private people know no applications. */
const withoutApplications = ['yahoo.com', 'yahoodns.net', 'msn.com', 'hotmail.com', 'live.com'];

const sharedTenants = ['common', 'organizations', 'consumers'];

const ofGoogle: Readonly<Record<string, string>> = {
  clientCredentials: 'googleNeedsPerson',
  ropc: 'googleNeedsBrowser',
  deviceCode: 'googleNoDeviceCode',
};

const ofTenant = ({ place, grant: { flow } }: OAuthClient<unknown>, read: ReadTenant): Found[] => {
  if (place.provider !== 'microsoft') return [];
  const written = read(place.tenantId);
  if (written === null) return [];
  const tenant = canonicalHost(written);
  const path = ['place', 'tenantId', place.tenantId.source === 'value' ? 'value' : 'name'];
  if (flow === 'clientCredentials' && sharedTenants.includes(tenant))
    return [at('applicationNeedsTenant', ...path)];
  return flow === 'ropc' && tenant === 'consumers' ? [at('ropcNeedsOrganization', ...path)] : [];
};

const ofEndpoints = ({ place, grant: { flow } }: OAuthClient<unknown>): Found[] => {
  if (place.provider !== 'openid' || place.endpoints.found !== 'typed') return [];
  const { authorization, device } = place.endpoints;
  if (flow === 'authorizationCode' && authorization === null)
    return [at('required', 'place', 'endpoints', 'authorization')];
  return flow === 'deviceCode' && device === null ? [at('required', 'place', 'endpoints', 'device')] : [];
};

const ofClient = (client: OAuthClient<unknown>, host: string, read: ReadTenant): Found[] => {
  const { place, proof, grant } = client;
  const code = place.provider === 'google' ? ofGoogle[grant.flow] : undefined;
  const isForbidden =
    isWithin(host, withoutApplications) &&
    (grant.flow === 'clientCredentials' || grant.flow === 'authorizationCode');
  const isOther =
    (place.provider === 'microsoft' && isWithin(host, google)) ||
    (place.provider === 'google' && isWithin(host, microsoft));
  return [
    ...(code === undefined ? [] : [at(code, 'grant', 'flow')]),
    ...(isForbidden ? [at('providerWithoutOAuth', 'grant', 'flow')] : []),
    ...(isOther ? [at('otherProvider', 'place', 'provider')] : []),
    ...(grant.flow === 'clientCredentials' && proof.kind === 'none'
      ? [at('applicationNeedsProof', 'proof', 'kind')]
      : []),
    ...ofTenant(client, read),
    ...ofEndpoints(client),
  ];
};

const ofSignIn = (signIn: Authentication<unknown>, host: string, read: ReadTenant): Found[] => {
  if (signIn.mode === 'oauth2') return below(ofClient(signIn.client, host, read), 'client');
  if (!isWithin(host, [...google, ...microsoft])) return [];
  if (signIn.mode === 'ntlm') return [at('cloudWithoutNtlm', 'mode')];
  return signIn.mode === 'kerberos' ? [at('cloudWithoutKerberos', 'mode')] : [];
};

const found = (values: ProfileValues<unknown>, read: ReadTenant): Found[] => {
  switch (values.kind) {
    case 'smtp':
      return [
        ...below(ofSignIn(values.authentication, values.host, read), 'authentication'),
        ...(values.arrival === null
          ? []
          : below(
              ofSignIn(values.arrival.authentication, values.arrival.host, read),
              'arrival',
              'authentication',
            )),
      ];
    case 'microsoft365': {
      const { authentication } = values;
      const isOther = authentication.client.place.provider !== 'microsoft';
      return [
        ...(isOther ? [at('graphNeedsMicrosoft', 'authentication', 'client', 'place', 'provider')] : []),
        ...below(ofSignIn(authentication, '', read), 'authentication'),
      ];
    }
    case 'exchange': {
      const { authentication, url } = values;
      const isBasic = authentication.mode === 'password' && isWithin(hostOfUrl(url), microsoft);
      return [
        ...(isBasic ? [at('exchangeOnlineNeedsOAuth', 'authentication', 'mode')] : []),
        ...below(ofSignIn(authentication, hostOfUrl(url), read), 'authentication'),
      ];
    }
    default:
      return [];
  }
};

/**
 * What cannot work whatever is typed elsewhere (REQUIREMENTS A13), by paths in the values.
 * @param read what a tenant's field stands for, where its source can be read.
 */
export const impossibilities = (values: ProfileValues<unknown>, read: ReadTenant = typedOnly): FieldIssue[] =>
  found(values, read).map((one) => ({ ...one, parameters: {} }));
