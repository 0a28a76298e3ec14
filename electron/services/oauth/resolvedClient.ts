import type { Cloud, ProviderEndpoints } from '../../contract/oauth/oauthClient.ts';

export type ResolvedPlace =
  | { provider: 'microsoft'; cloud: Cloud; tenantId: string }
  | { provider: 'google' }
  | { provider: 'openid'; endpoints: ProviderEndpoints; scopes: string };

export type ResolvedClientProof =
  | { kind: 'none' }
  | { kind: 'secret'; secret: string; expiresOn: string | null }
  /** PEM both; `secret` is the private key (PKCS#8). */
  | { kind: 'certificate'; certificate: string; secret: string };

export type ResolvedGrant =
  | { flow: 'clientCredentials' | 'deviceCode' }
  /** `loginHint`: the account that signs in; left out: the mailbox. */
  | { flow: 'authorizationCode'; loginHint?: string }
  | { flow: 'ropc'; userName: string; password: string };

/**
 * An application ready for use: references to the vault and to the environment are replaced by what they stand for. It
 * carries secrets: it is never stored, logged, or given to a page.
 */
export type ResolvedClient = {
  place: ResolvedPlace;
  clientId: string;
  proof: ResolvedClientProof;
  grant: ResolvedGrant;
};

/** True for an application that signs in by itself in a tenant of Microsoft: nobody else lets it into a mailbox than its administrator. */
export const isApplicationOfTenant = ({ place, grant }: ResolvedClient): boolean =>
  place.provider === 'microsoft' && grant.flow === 'clientCredentials';
