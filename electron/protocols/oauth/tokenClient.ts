import type { HttpExchange } from '../net/httpsExchange.ts';
import type { OAuthRefusal } from './oauthError.ts';

/** How the program proves to the provider which application it is. */
export type ClientProof =
  | { kind: 'none' }
  | { kind: 'secret'; secret: string }
  /** `certificatePem`: the application's certificate first, then those above it, if any; the key is not encrypted. */
  | { kind: 'certificate'; certificatePem: string; privateKeyPem: string };

/** Where tokens come from. Addresses are https, or http on the machine itself. */
export type TokenEndpoints =
  /** `authority`: `https://login.microsoftonline.com/<tenant>`. */
  { kind: 'microsoft'; authority: string } | OpenIdEndpoints;

/** Of any OpenID or OAuth 2.0 provider, from its discovery document or typed by a person. */
export type OpenIdEndpoints = {
  kind: 'openid';
  /** Null: not known, so identity tokens cannot be judged and are not looked at. */
  issuer: string | null;
  /** Null: nobody can sign in by a browser. */
  authorizationEndpoint: string | null;
  tokenEndpoint: string;
  /** Null: no sign-in by device code. */
  deviceEndpoint: string | null;
  /** How a secret is sent: in the field `Authorization`, as every provider must take it (RFC 6749, 2.3.1), or in the body. */
  secretMethod: 'basic' | 'post';
  /** What this provider wants to have said in the address for the browser, beside the standard's own. */
  authorizationParameters: Readonly<Record<string, string>>;
};

/** The code that a person types in on another device (RFC 8628, 3.2). */
export type DeviceCode = {
  verificationUri: string;
  userCode: string;
  expiresAtMs: number;
  /** The provider's own sentence about it, in the provider's language; empty: none. */
  message: string;
};

/** What the browser shows when the provider's answer has come: plain texts, in `language` (BCP 47). */
export type ClosingPage = { language: string; title: string; received: string; refused: string };

/** How a token is asked for. */
export type TokenFlow =
  | { kind: 'clientCredentials' }
  | {
      kind: 'authorizationCode';
      /** As registered, to the letter: `http://localhost:9999/callback`. */
      redirectUri: string;
      openBrowser: (url: string) => Promise<void>;
      /** Is told when somebody else's sign-in holds the port; `openBrowser` is called when that has ended. */
      waitForPort?: () => void;
      loginHint: string | null;
      page: ClosingPage;
    }
  | { kind: 'deviceCode'; show: (code: DeviceCode) => void }
  /** Resource owner password credentials (RFC 6749, 4.3); cannot do a second factor. */
  | { kind: 'ropc'; userName: string; password: string };

export type Token = {
  accessToken: string;
  expiresAtMs: number;
  /** Who signed in, as the provider names that person; null: an application, or the provider does not say. */
  account: string | null;
  scopes: string[];
  /** It can be renewed without a person. */
  refreshable: boolean;
  fromCache: boolean;
};

export type AcquireOptions = {
  signal: AbortSignal;
  /** Asks the provider even where a token is kept. Counts for client credentials; every other flow asks anyway. */
  force: boolean;
};

export type SilentOptions = AcquireOptions & { scopes: readonly string[] };

/** Keeps the tokens of one client between runs of the program; null or what is no longer readable: none. */
export type TokenCache = {
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  /** Another program may read and write the same: it lies in the vault. */
  isShared(): boolean;
};

/**
 * Gets tokens for one application at one provider. Made once per credential and kept; safe for calls at the same time.
 * Those that want the same of an application's own token, or of the same renewal, share one request. It is given up when
 * the last of them is, but a renewal only as long as it was not sent: then its answer is kept even if nobody waits. Renewals and passwords go one after the other: a renewal that waited takes what came meanwhile.
 */
export type TokenClient = {
  /**
   * Gets a token. Throws OAuthRefusal, UnusableAnswer, PortInUse, PortReserved, FlowUnavailable, what the exchange, the cache or
   * `openBrowser` throws, or the signal's reason. After a refusal that says when to come again the provider is not asked
   * before; the refusal is thrown again with what is left of the time.
   */
  acquire(flow: TokenFlow, scopes: readonly string[], options: AcquireOptions): Promise<Token>;
  /**
   * The token of the person who signed in before, renewed when less than five minutes are left, or when forced. Null:
   * a person must sign in again; `lastRefusal` then says why, if the provider did. Throws as `acquire`.
   */
  silent(options: SilentOptions): Promise<Token | null>;
  /** Why the last `silent` gave null, in the provider's words; null: nobody signed in, or it gave a token. */
  lastRefusal(): OAuthRefusal | null;
  /** Forgets all tokens and accounts. */
  signOut(): Promise<void>;
};

export type TokenClientSettings = {
  endpoints: TokenEndpoints;
  clientId: string;
  proof: ClientProof;
  exchange: HttpExchange;
  cache: TokenCache;
  /** Milliseconds since 1970. */
  now: () => number;
};
