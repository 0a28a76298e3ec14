import { createHash } from 'node:crypto';
import type { OAuthFlow } from '../../contract/oauth/oauthClient.ts';
import { authorityOf } from './clientPlace.ts';
import type { ResolvedClient } from './resolvedClient.ts';

/** SHA-256 (hex) of a text. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** True for a token that stands for a person, whose sign-in is kept. */
export const isOfPerson = (flow: OAuthFlow): boolean => flow === 'authorizationCode' || flow === 'deviceCode';

/**
 * Canonical text of what a kept sign-in is for: provider, application and the account that was meant. No secret is in it:
 * who gets a new one for the same application need not sign in again.
 * @param loginHint the mailbox; null: none.
 */
export const clientTarget = ({ place, clientId, grant }: ResolvedClient, loginHint: string | null): string =>
  JSON.stringify([
    'oauth',
    place.provider,
    authorityOf(place),
    clientId,
    grant.flow,
    loginHint?.toLowerCase() ?? '',
  ]);

/** Tells two clients apart, also by their secrets, without giving one away (SHA-256, hex). */
export const clientDigest = (client: ResolvedClient, loginHint: string | null): string =>
  // How long a secret lives is noted for people: it changes nothing.
  digestOf(
    JSON.stringify([
      ...[clientTarget(client, loginHint), client.grant, client.place],
      { ...client.proof, expiresOn: undefined },
    ]),
  );
