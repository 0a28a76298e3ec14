import type {
  PasswordMechanism,
  TokenMechanism,
} from '../../../../../electron/contract/mail/authentication.ts';
import type {
  Cloud,
  OAuthFlow,
  OAuthProvider,
  ProviderEndpoints,
} from '../../../../../electron/contract/oauth/oauthClient.ts';
import { emptySecret, type SecretForm } from '../../../../controls/secretForm.ts';
import { emptySourcedText, type SourcedText } from '../../../../controls/sourcedText.ts';

/** Ways to sign in as they are chosen: OAuth 2.0 stands there once for each provider. */
export const signInChoices = [
  'none',
  'password',
  'ntlm',
  'kerberos',
  'microsoft',
  'google',
  'openid',
] as const;
export type SignInChoice = (typeof signInChoices)[number];

/** The implicit flow is chosen only to learn that PKCE has replaced it (REQUIREMENTS A08). */
export type FlowChoice = OAuthFlow | 'implicit';

/** An application at a provider: every field of every provider, proof and flow. */
export type ClientForm = {
  place: {
    cloud: Cloud;
    tenantId: SourcedText;
    endpoints: {
      found: ProviderEndpoints['found'];
      issuer: string;
      authorization: string;
      token: string;
      device: string;
    };
    scopes: string;
  };
  clientId: SourcedText;
  proof: {
    kind: 'none' | 'secret' | 'certificate';
    secret: SecretForm;
    /** `2027-01-31`; empty: not told. */
    expiresOn: string;
    certificate: string;
    /** The private key of the certificate; the contract has it under `secret`. */
    key: SecretForm;
  };
  grant: { flow: FlowChoice; loginHint: string; userName: SourcedText; password: SecretForm };
};

/**
 * How the form keeps a sign-in: every field of every way, so that another choice loses nothing that was typed. Paths are those of
 * the contract but for `mode`, which holds the provider too, `tokenMechanism` and `client.proof.key`: see `fieldOfPath.ts`.
 */
export type SignInForm = {
  mode: SignInChoice;
  userName: SourcedText;
  password: SecretForm;
  mechanism: PasswordMechanism | 'best';
  domain: string;
  servicePrincipal: string;
  tokenMechanism: TokenMechanism | 'best';
  client: ClientForm;
};

/** Where a profile keeps a sign-in: its own, and that of the mailbox that a proof looks into. */
export type SignInPlace = 'authentication' | 'arrival.authentication';

const newClient: ClientForm = {
  place: {
    cloud: 'global',
    tenantId: emptySourcedText,
    endpoints: { found: 'discovered', issuer: '', authorization: '', token: '', device: '' },
    scopes: '',
  },
  clientId: emptySourcedText,
  proof: { kind: 'secret', secret: emptySecret, expiresOn: '', certificate: '', key: emptySecret },
  grant: { flow: 'clientCredentials', loginHint: '', userName: emptySourcedText, password: emptySecret },
};

/** A sign-in of which nothing was typed yet: with a user name and a password. */
export const newSignIn: SignInForm = {
  mode: 'password',
  userName: emptySourcedText,
  password: emptySecret,
  mechanism: 'best',
  domain: '',
  servicePrincipal: '',
  tokenMechanism: 'best',
  client: newClient,
};

/** The flow that is meant by what was chosen. */
export const flowOf = ({ grant: { flow } }: Pick<ClientForm, 'grant'>): OAuthFlow =>
  flow === 'implicit' ? 'authorizationCode' : flow;

/** Whose tokens are signed in with; null: none. */
export const providerOf = (mode: SignInChoice): OAuthProvider | null =>
  mode === 'microsoft' || mode === 'google' || mode === 'openid' ? mode : null;

/** True for the accounts of private people, which know no application that signs in by itself. */
export const isPrivate = ({ place: { tenantId } }: Pick<ClientForm, 'place'>): boolean =>
  tenantId.source === 'value' && tenantId.value.trim().toLowerCase() === 'consumers';
