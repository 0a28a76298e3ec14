import { createHash } from 'node:crypto';
import type { OAuthFlow } from '../../contract/oauth/oauthClient.ts';
import { authorityOf } from './clientPlace.ts';
import type { ResolvedClient } from './resolvedClient.ts';

/** What makes a sign-in one of its own, beside the application. */
export type MeantSignIn = {
  /** The account that a person means; null: any. */
  loginHint: string | null;
  /** Canonical text of the servers that are sent the tokens: no other one gets them without a new sign-in. */
  destination: string;
};

/** For every account and server. */
export const anyMeant: MeantSignIn = { loginHint: null, destination: '' };

/** SHA-256 (hex) of a text. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** True for a token that stands for a person, whose sign-in is kept. */
export const isOfPerson = (flow: OAuthFlow): boolean => flow === 'authorizationCode' || flow === 'deviceCode';

/**
 * Canonical text of what a kept sign-in is for: provider, application, the account that was meant, and who is sent the
 * tokens. No secret is in it: who gets a new one for the same application need not sign in again.
 */
export const keptTarget = (
  { place, clientId, grant }: ResolvedClient,
  { loginHint, destination }: MeantSignIn,
): string =>
  JSON.stringify([
    'oauth',
    place.provider,
    authorityOf(place),
    clientId,
    grant.flow,
    loginHint?.toLowerCase() ?? '',
    destination,
  ]);

/** Tells two clients apart, also by their secrets, without giving one away (SHA-256, hex). */
export const clientDigest = (client: ResolvedClient, meant: MeantSignIn): string =>
  // How long a secret lives is noted for people: it changes nothing.
  digestOf(
    JSON.stringify([
      ...[keptTarget(client, meant), client.grant, client.place],
      { ...client.proof, expiresOn: undefined },
    ]),
  );
