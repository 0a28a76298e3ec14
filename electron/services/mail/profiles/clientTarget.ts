import { createHash } from 'node:crypto';
import type { OAuthPlace } from '../../../contract/oauth/oauthClient.ts';
import type { OAuthClient } from '../../../contract/oauth/mapClient.ts';
import { shownCertificate } from '../../oauth/applicationCertificate.ts';
import type { SecretTarget } from '../../secrets/secretTarget.ts';
import type { PlacedField } from '../../secrets/storedSecret.ts';
import { fieldName } from './mailTarget.ts';

/** Tokens are had over TLS alone. */
const protection = 2;

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

/** What an application's secret, or the key of its certificate, is bound to. */
export const clientTarget = ({ place, clientId, proof }: OAuthClient<unknown>): SecretTarget => ({
  account: JSON.stringify([
    ...['oauth', ...placeName(place), ...fieldName(clientId), proof.kind],
    ...(proof.kind === 'certificate' ? [digest(shownCertificate(proof.certificate))] : []),
  ]),
  protection,
});

/** What the password that an application is given is bound to. */
export const ropcTarget = (
  { place, clientId }: OAuthClient<unknown>,
  userName: PlacedField['field'],
): SecretTarget => ({
  account: JSON.stringify([
    'oauth',
    ...placeName(place),
    ...fieldName(clientId),
    'ropc',
    ...fieldName(userName),
  ]),
  protection,
});

/** The fields that a provider is told beside a secret; `path`: of the application. */
export const clientFields = ({ place, clientId }: OAuthClient<unknown>, path: string[]): PlacedField[] => [
  { field: clientId, path: [...path, 'clientId'] },
  ...(place.provider === 'microsoft'
    ? [{ field: place.tenantId, path: [...path, 'place', 'tenantId'] }]
    : []),
];
