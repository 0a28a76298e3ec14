import type { OpenIdEndpoints } from './tokenClient.ts';

/**
 * Google's endpoints (https://accounts.google.com/.well-known/openid-configuration). Without the two parameters Google
 * gives a token for renewal only to who signs in for the first time.
 */
export const googleEndpoints: OpenIdEndpoints = {
  kind: 'openid',
  issuer: 'https://accounts.google.com',
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  deviceEndpoint: 'https://oauth2.googleapis.com/device/code',
  secretMethod: 'post',
  authorizationParameters: { access_type: 'offline', prompt: 'consent' },
};
