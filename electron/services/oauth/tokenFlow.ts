import type { Language } from '../../contract/languages.ts';
import { redirectAddresses } from '../../contract/oauth/redirectAddresses.ts';
import type { PersonNeeded } from '../../contract/proof/proof.ts';
import type {
  ClientProof,
  ClosingPage,
  TokenEndpoints,
  TokenFlow,
} from '../../protocols/oauth/tokenClient.ts';
import { tokenEndpointOf } from './clientPlace.ts';
import type { ResolvedClient } from './resolvedClient.ts';

/** Somebody who may be asked to sign in, and is told so in their language. */
export type Attendant = {
  ask: (request: PersonNeeded) => void;
  /** Is told when another person's sign-in has to end first, and when it has. */
  wait: (isWaiting: boolean) => void;
  language: Language;
};

export type FlowParts = {
  /** Connects to the server of an address as the exchanges do, and says nothing. Throws as `openWay`. */
  reach: (url: URL, signal: AbortSignal) => Promise<void>;
  /** What the browser shows at the end. */
  loadPage: (language: Language) => Promise<ClosingPage>;
};

/** Who is to sign in, and where. */
export type PersonAsked = {
  client: ResolvedClient;
  endpoints: TokenEndpoints;
  attendant: Attendant;
  loginHint: string | null;
  signal: AbortSignal;
};

/** How the application proves who it is, for the client for tokens. */
export const clientProof = ({ proof }: ResolvedClient): ClientProof =>
  proof.kind === 'certificate'
    ? { kind: 'certificate', certificatePem: proof.certificate, privateKeyPem: proof.secret }
    : proof.kind === 'secret'
      ? { kind: 'secret', secret: proof.secret }
      : proof;

/** How a person signs in; only for flows that take one. */
export const personFlow = async (
  { client: { place, grant }, endpoints, attendant: { ask, wait, language }, loginHint, signal }: PersonAsked,
  { reach, loadPage }: FlowParts,
): Promise<TokenFlow> => {
  if (grant.flow === 'deviceCode')
    return {
      kind: 'deviceCode',
      show: ({ verificationUri, userCode, expiresAtMs }) =>
        ask({
          ...{ way: 'deviceCode', url: verificationUri, userCode },
          expiresAt: new Date(expiresAtMs).toISOString(),
        }),
    };
  const redirectUri = redirectAddresses[place.provider];
  return {
    kind: 'authorizationCode',
    ...{ redirectUri, loginHint, page: await loadPage(language) },
    waitForPort: () => wait(true),
    openBrowser: async (url) => {
      // Nobody is to sign in for a program that cannot get the token afterwards.
      await reach(new URL(tokenEndpointOf(endpoints)), signal);
      wait(false);
      ask({ way: 'browser', url, redirectUri });
    },
  };
};
