import { refuseField } from '../../../contract/failures.ts';
import type { OAuthClient } from '../../../contract/oauth/mapClient.ts';
import type { OAuthPlace } from '../../../contract/oauth/oauthClient.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import { toPassword } from '../../draft/draftPassword.ts';
import { microsoftPlace } from './draftAuthority.ts';
import { type CertificateDraft, type ReadCertificateDraft } from './draftCertificate.ts';
import type { DraftToken } from './draftSignInSchema.ts';

type Client = OAuthClient<PasswordWrite>;

const typed = (value: string) => ({ source: 'value', value }) as const;

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

const grantOf = (draft: DraftToken, path: string[]): Client['grant'] => {
  const { flow, username, password, mailbox } = draft;
  if (flow === 'authorizationCode') return username && mailbox ? { flow, loginHint: username } : { flow };
  if (flow !== 'ropc') return { flow };
  if (!username) throw refuseField([...path, 'username'], 'required');
  if (!password) throw refuseField([...path, 'password'], 'required');
  return { flow, userName: typed(username), password: toPassword(password) };
};

/**
 * The application of a draft. INVALID_INPUT below `path`: `required`, what `microsoftPlace` refuses, and what its certificate
 * lacks.
 */
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
