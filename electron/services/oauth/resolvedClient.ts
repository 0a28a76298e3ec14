import type { OAuthClient } from '../../contract/oauth/mapClient.ts';
import type { OAuthPlace } from '../../contract/oauth/oauthClient.ts';

type Grant = OAuthClient<string>['grant'];
type MicrosoftPlace = Extract<OAuthPlace, { provider: 'microsoft' }>;
type RopcGrant = Extract<Grant, { flow: 'ropc' }>;

/** Who gives the tokens, its tenant as it is. */
export type ResolvedPlace =
  (Omit<MicrosoftPlace, 'tenantId'> & { tenantId: string }) | Exclude<OAuthPlace, MicrosoftPlace>;

/** How the application comes to a token, its account and password as they are. */
export type ResolvedGrant = (Omit<RopcGrant, 'userName'> & { userName: string }) | Exclude<Grant, RopcGrant>;

/**
 * An application ready for use: references to the vault and to the environment are replaced by what they stand for. It
 * carries secrets: it is never stored, logged, or given to a page.
 */
export type ResolvedClient = Omit<OAuthClient<string>, 'place' | 'clientId' | 'grant'> & {
  place: ResolvedPlace;
  clientId: string;
  grant: ResolvedGrant;
};
