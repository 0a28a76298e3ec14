import { createHash } from 'node:crypto';
import type { OAuthPlace } from '../../../contract/oauth/oauthClient.ts';
import type { OAuthClient } from '../../../contract/oauth/mapClient.ts';
import { shownCertificate } from '../../oauth/applicationCertificate.ts';
import type { SecretTarget } from '../../secrets/secretTarget.ts';
import type { PlacedField } from '../../secrets/storedSecret.ts';
import { fieldName, type MailServer, protectionOf, serverName } from './mailTarget.ts';

const placeName = (place: OAuthPlace): unknown[] => {
  switch (place.provider) {
    case 'microsoft':
      return [place.provider, place.cloud, ...fieldName(place.tenantId)];
    case 'google':
      return [place.provider];
    case 'openid':
      return [place.provider, ...Object.values(place.endpoints)];
  }
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What an application's secret, or the key of its certificate, is bound to: also to the mail server, which is sent the
 * token that it gives, as well protected as that server is reached.
 */
export const clientTarget = (
  { place, clientId, proof }: OAuthClient<unknown>,
  server: MailServer,
): SecretTarget => ({
  account: JSON.stringify([
    ...['oauth', ...placeName(place), ...fieldName(clientId), proof.kind],
    ...(proof.kind === 'certificate' ? [digest(shownCertificate(proof.certificate))] : []),
    ...serverName(server),
  ]),
  protection: protectionOf[server.encryption],
});

/** What the password that an application is given is bound to: the mail server as for `clientTarget`. */
export const ropcTarget = (
  { place, clientId }: OAuthClient<unknown>,
  userName: PlacedField['field'],
  server: MailServer,
): SecretTarget => ({
  account: JSON.stringify([
    'oauth',
    ...placeName(place),
    ...fieldName(clientId),
    'ropc',
    ...fieldName(userName),
    ...serverName(server),
  ]),
  protection: protectionOf[server.encryption],
});

/** The fields that a provider is told beside a secret; `path`: of the application. */
export const clientFields = ({ place, clientId }: OAuthClient<unknown>, path: string[]): PlacedField[] => [
  { field: clientId, path: [...path, 'clientId'] },
  ...(place.provider === 'microsoft'
    ? [{ field: place.tenantId, path: [...path, 'place', 'tenantId'] }]
    : []),
];
