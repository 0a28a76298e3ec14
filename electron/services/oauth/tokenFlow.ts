import type { Language } from '../../contract/languages.ts';
import { redirectAddresses } from '../../contract/oauth/redirectAddresses.ts';
import type { PersonNeeded } from '../../contract/proof/proof.ts';
import type { ClientProof, ClosingPage, TokenFlow } from '../../protocols/oauth/tokenClient.ts';
import type { ResolvedClient } from './resolvedClient.ts';

/** Somebody who may be asked to sign in, and is told so in their language. */
export type Attendant = {
  ask: (request: PersonNeeded) => void;
  /** Is told when another person's sign-in has to end first, and when it has. */
  wait: (isWaiting: boolean) => void;
  /** Comes before a browser is sent to the provider; throws where nobody would be reached there. Left out: not looked at. */
  reach?: () => Promise<void>;
  language: Language;
};

export type FlowParts = {
  /** What the browser shows at the end. */
  loadPage: (language: Language) => Promise<ClosingPage>;
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
  { place, grant }: ResolvedClient,
  { ask, wait, reach, language }: Attendant,
  loginHint: string | null,
  { loadPage }: FlowParts,
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
      await reach?.();
      wait(false);
      ask({ way: 'browser', url, redirectUri });
    },
  };
};
