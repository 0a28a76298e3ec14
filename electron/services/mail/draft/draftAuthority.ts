import { refuseField } from '../../../contract/failures.ts';
import { canonicalHost } from '../../../contract/mail/canonicalHost.ts';
import { cloudPlaces } from '../../../contract/oauth/cloudPlaces.ts';
import { clouds, type OAuthPlace, tenantIdSchema } from '../../../contract/oauth/oauthClient.ts';
import type { DraftToken } from './draftSignInSchema.ts';

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
};

/** What may follow the tenant: nothing, or the version of Entra's endpoints that is asked anyway. */
const ownRest: ReadonlySet<string> = new Set(['', 'v2.0', 'v2.0/']);

/** Cloud and tenant that an authority of Microsoft names, and nothing beside them. */
const ofAuthority = (authority: string, path: string[]) => {
  const { hostname, port, username, password, search, hash, pathname } = new URL(authority);
  const cloud = clouds.find((name) => cloudPlaces[name].login === hostname);
  const [, tenant = '', ...rest] = pathname.split('/');
  const isOther = !ownRest.has(rest.join('/')) || port + username + password + search + hash !== '';
  if (cloud === undefined || isOther) throw refuseField(path, 'authorityUnknown');
  const tenantId = decoded(tenant);
  if (tenantId !== '' && !tenantIdSchema.safeParse(tenantId).success) throw refuseField(path, 'tenantId');
  return { cloud, tenantId };
};

/**
 * The directory of Microsoft that a draft names. INVALID_INPUT below `path`: `required`, `authorityUnknown`, `tenantId`, and
 * `contradicts` where `authority` says otherwise than `cloud` or `tenantId`.
 */
export const microsoftPlace = (
  { authority, cloud, tenantId }: DraftToken,
  path: string[],
): Extract<OAuthPlace, { provider: 'microsoft' }> => {
  const named = authority ? ofAuthority(authority, [...path, 'authority']) : null;
  const refuse = (field: string) => refuseField([...path, field], 'contradicts', { other: 'authority' });
  if (cloud && named && cloud !== named.cloud) throw refuse('cloud');
  const tenants = [tenantId, named?.tenantId].flatMap((tenant) => tenant || []);
  const [tenant, other = tenant] = tenants;
  if (tenant === undefined || other === undefined) throw refuseField([...path, 'tenantId'], 'required');
  if (canonicalHost(tenant) !== canonicalHost(other)) throw refuse('tenantId');
  return {
    ...{ provider: 'microsoft', cloud: cloud ?? named?.cloud ?? 'global' },
    tenantId: { source: 'value', value: tenant },
  };
};
