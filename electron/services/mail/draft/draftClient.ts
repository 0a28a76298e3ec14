import { refuseField } from '../../../contract/failures.ts';
import type { OAuthClient } from '../../../contract/oauth/mapClient.ts';
import { cloudPlaces } from '../../../contract/oauth/cloudPlaces.ts';
import { clouds, type OAuthPlace } from '../../../contract/oauth/oauthClient.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import { toPassword } from '../../draft/draftPassword.ts';
import { type CertificateDraft, type ReadCertificateDraft } from './draftCertificate.ts';
import type { DraftToken } from './draftSignInSchema.ts';

type Client = OAuthClient<PasswordWrite>;

const typed = (value: string) => ({ source: 'value', value }) as const;

/** Cloud and tenant that an authority of Microsoft names; INVALID_INPUT for a host that is none of its clouds. */
const ofAuthority = (authority: string, path: string[]) => {
  const { hostname, pathname } = new URL(authority);
  const cloud = clouds.find((name) => cloudPlaces[name].login === hostname);
  if (cloud === undefined) throw refuseField([...path, 'authority'], 'authorityUnknown');
  return { cloud, tenantId: pathname.split('/')[1] ?? '' };
};

const microsoftPlace = ({ authority, cloud, tenantId }: DraftToken, path: string[]): OAuthPlace => {
  const named = authority ? ofAuthority(authority, path) : null;
  const tenant = tenantId ?? named?.tenantId ?? '';
  if (tenant === '') throw refuseField([...path, 'tenantId'], 'required');
  return { provider: 'microsoft', cloud: cloud ?? named?.cloud ?? 'global', tenantId: typed(tenant) };
};

const placeOf = (draft: DraftToken, path: string[]): OAuthPlace => {
  const { provider, endpoints, authority, scopes } = draft;
  if (provider === 'microsoft') return microsoftPlace(draft, path);
  if (provider === 'google') return { provider };
  const asked = [scopes ?? []].flat().join(' ');
  if (endpoints) {
    const { authorization = null, token, device = null } = endpoints;
    return { provider, scopes: asked, endpoints: { found: 'typed', authorization, token, device } };
  }
  if (!authority) throw refuseField([...path, 'authority'], 'required');
  return { provider, scopes: asked, endpoints: { found: 'discovered', issuer: authority } };
};

const proofOf = ({ clientSecret }: DraftToken, certificate: CertificateDraft | null): Client['proof'] => {
  if (clientSecret) return { kind: 'secret', secret: toPassword(clientSecret), expiresOn: null };
  if (certificate === null) return { kind: 'none' };
  const { chain, privateKey } = certificate;
  return {
    ...{ kind: 'certificate', certificate: chain },
    secret: { source: 'vault', secret: { action: 'set', value: privateKey } },
  };
};

const grantOf = ({ flow, username, password }: DraftToken, path: string[]): Client['grant'] => {
  if (flow !== 'ropc') return { flow };
  if (!username) throw refuseField([...path, 'username'], 'required');
  if (!password) throw refuseField([...path, 'password'], 'required');
  return { flow, userName: typed(username), password: toPassword(password) };
};

/** The application of a draft. INVALID_INPUT below `path`: `required`, `authorityUnknown`, and what its certificate lacks. */
export const toClient = async (
  draft: DraftToken,
  readCertificate: ReadCertificateDraft,
  path: string[],
): Promise<Client> => {
  const { certificate, clientId } = draft;
  return {
    place: placeOf(draft, path),
    clientId: typed(clientId),
    proof: proofOf(draft, certificate ? await readCertificate(certificate, [...path, 'certificate']) : null),
    grant: grantOf(draft, path),
  };
};
