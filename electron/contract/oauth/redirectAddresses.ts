import type { OAuthProvider } from './oauthClient.ts';

/**
 * Where the browser comes back to after a sign-in (REQUIREMENTS A12). It is registered with the provider exactly so, capitals
 * included; the program listens there only while somebody signs in.
 */
export const redirectAddresses: Readonly<Record<OAuthProvider, string>> = {
  microsoft: 'http://localhost:9999/callback',
  google: 'http://localhost:8888/Callback',
  openid: 'http://localhost:9999/callback',
};
