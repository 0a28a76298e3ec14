import type { Authentication, TokenSignIn } from '../../../../../electron/contract/mail/mapSecrets.ts';
import type { OAuthClient } from '../../../../../electron/contract/oauth/mapClient.ts';
import type {
  OAuthPlace,
  OAuthProvider,
  ProviderEndpoints,
} from '../../../../../electron/contract/oauth/oauthClient.ts';
import { secretFromForm } from '../../../../controls/secretForm.ts';
import { sourcedTextFromForm } from '../../../../controls/sourcedText.ts';
import { optional } from '../optional.ts';
import { type ClientForm, flowOf, type SignInForm } from './signInForm.ts';

const endpointsFromForm = ({
  found,
  issuer,
  authorization,
  token,
  device,
}: ClientForm['place']['endpoints']): ProviderEndpoints =>
  found === 'discovered'
    ? { found, issuer }
    : { found, authorization: optional(authorization), token, device: optional(device) };

const placeFromForm = (provider: OAuthProvider, place: ClientForm['place']): OAuthPlace => {
  switch (provider) {
    case 'microsoft':
      return { provider, cloud: place.cloud, tenantId: sourcedTextFromForm(place.tenantId) };
    case 'google':
      return { provider };
    case 'openid':
      return { provider, endpoints: endpointsFromForm(place.endpoints), scopes: place.scopes };
  }
};

const proofFromForm = (proof: ClientForm['proof']): OAuthClient<unknown>['proof'] => {
  switch (proof.kind) {
    case 'none':
      return { kind: proof.kind };
    case 'secret':
      return {
        kind: proof.kind,
        secret: secretFromForm(proof.secret),
        expiresOn: optional(proof.expiresOn),
      };
    case 'certificate':
      return { kind: proof.kind, certificate: proof.certificate, secret: secretFromForm(proof.key) };
  }
};

const grantFromForm = ({ grant }: ClientForm): OAuthClient<unknown>['grant'] => {
  const flow = flowOf({ grant });
  switch (flow) {
    case 'ropc':
      return {
        flow,
        userName: sourcedTextFromForm(grant.userName),
        password: secretFromForm(grant.password),
      };
    case 'authorizationCode': {
      const loginHint = optional(grant.loginHint);
      return loginHint === null ? { flow } : { flow, loginHint };
    }
    default:
      return { flow };
  }
};

const clientFromForm = (provider: OAuthProvider, client: ClientForm): OAuthClient<unknown> => ({
  place: placeFromForm(provider, client.place),
  clientId: sourcedTextFromForm(client.clientId),
  proof: proofFromForm(client.proof),
  grant: grantFromForm(client),
});

/** What the form means by a sign-in with a token of `provider`. */
export const tokenSignInFromForm = (
  provider: OAuthProvider,
  { userName, tokenMechanism, client }: SignInForm,
): TokenSignIn<unknown> => ({
  mode: 'oauth2',
  userName: sourcedTextFromForm(userName),
  mechanism: tokenMechanism === 'best' ? null : tokenMechanism,
  client: clientFromForm(provider, client),
});

/** What the form means by its sign-in; the contract's schema judges it. */
export const signInFromForm = (form: SignInForm): Authentication<unknown> => {
  const { mode, mechanism, domain, servicePrincipal } = form;
  const account = {
    userName: sourcedTextFromForm(form.userName),
    password: secretFromForm(form.password),
  };
  switch (mode) {
    case 'none':
      return { mode };
    case 'password':
      return { mode, ...account, mechanism: mechanism === 'best' ? null : mechanism };
    case 'ntlm':
      return { mode, domain, ...account };
    case 'kerberos':
      return { mode, servicePrincipal: optional(servicePrincipal) };
    default:
      return tokenSignInFromForm(mode, form);
  }
};
