import type { Language } from '../../../../contract/languages.ts';
import type { TokenEndpoints } from '../../../../protocols/oauth/tokenClient.ts';
import type { FindProxy, FoundProxy } from '../../../../protocols/net/systemProxy.ts';
import type { GivenToken, TokenService } from '../../../oauth/tokenService.ts';
import type { TokenNeed, TokenUse } from './tokenNeeds.ts';

/** Whose tokens a proof or a mail of the program works with, and who may be asked. */
export type TokenHolder = {
  /** Null: the values are not saved. */
  profileId: string | null;
  /** Who proves them. */
  by: string;
  /** Of the person who waits for the proof; null: nobody does. */
  language: Language | null;
};

/** What the stages of tokens work with. */
export type TokenContext = {
  needs: readonly TokenNeed[];
  holder: () => Promise<TokenHolder>;
  tokens: Pick<TokenService, 'findEndpoints' | 'getToken'>;
  /** How this machine goes to a provider. */
  findProxy: FindProxy;
  /** Of one stage, in ms. */
  timeoutMs: number;
  now: () => Date;
  /** Hides a secret in all that the proof shows. */
  hide: (secret: string) => void;
};

/** What the stages of tokens hand on to each other, and to those that sign in. */
export type TokenSession = {
  readonly endpoints: Map<TokenNeed, TokenEndpoints>;
  readonly given: Map<TokenNeed, GivenToken>;
  /** Whose kept token was renewed by force, which one proof does once. */
  readonly renewed: Set<TokenNeed>;
  /** What is worked on; null: nothing yet. */
  need: TokenNeed | null;
  /** How this machine goes to its provider; null: not known. */
  way: FoundProxy | null;
  /** Another person's sign-in is waited for. */
  isWaiting: boolean;
  /** A token that a server refused is being renewed, in the stage of that server. */
  isRenewing: boolean;
};

export const createTokenSession = (): TokenSession => ({
  ...{ endpoints: new Map(), given: new Map(), renewed: new Set() },
  ...{ need: null, way: null, isWaiting: false, isRenewing: false },
});

/** Forgets the tokens, and the secrets with which they were asked for. */
export const forgetTokens = (session: TokenSession): void => {
  session.endpoints.clear();
  session.given.clear();
  session.renewed.clear();
  session.need = null;
  session.way = null;
  session.isWaiting = false;
  session.isRenewing = false;
};

/** The access token for this use; empty: none was needed. */
export const accessTokenFor = ({ given }: TokenSession, use: TokenUse): string => {
  for (const [{ uses }, { accessToken }] of given) if (uses.includes(use)) return accessToken;
  return '';
};
