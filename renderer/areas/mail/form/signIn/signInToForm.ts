import type { Authentication } from '../../../../../electron/contract/mail/mapSecrets.ts';
import type { PasswordView } from '../../../../../electron/contract/mail/secret.ts';
import type { OAuthClient } from '../../../../../electron/contract/oauth/mapClient.ts';
import type { OAuthPlace } from '../../../../../electron/contract/oauth/oauthClient.ts';
import { secretToForm } from '../../../../controls/secretForm.ts';
import { sourcedTextToForm } from '../../../../controls/sourcedText.ts';
import { type ClientForm, newSignIn, type SignInForm } from './signInForm.ts';

type ClientView = OAuthClient<PasswordView>;

const empty = newSignIn.client;

const endpointsToForm = (
  view: Extract<OAuthPlace, { provider: 'openid' }>['endpoints'],
): ClientForm['place']['endpoints'] =>
  view.found === 'discovered'
    ? { ...empty.place.endpoints, ...view }
    : {
        ...empty.place.endpoints,
        ...view,
        authorization: view.authorization ?? '',
        device: view.device ?? '',
      };

const placeToForm = (view: OAuthPlace): ClientForm['place'] => {
  switch (view.provider) {
    case 'microsoft':
      return { ...empty.place, cloud: view.cloud, tenantId: sourcedTextToForm(view.tenantId) };
    case 'google':
      return empty.place;
    case 'openid':
      return { ...empty.place, endpoints: endpointsToForm(view.endpoints), scopes: view.scopes };
  }
};

const proofToForm = (view: ClientView['proof']): ClientForm['proof'] => {
  switch (view.kind) {
    case 'none':
      return { ...empty.proof, kind: 'none' };
    case 'secret':
      return {
        ...empty.proof,
        kind: 'secret',
        secret: secretToForm(view.secret),
        expiresOn: view.expiresOn ?? '',
      };
    case 'certificate':
      return {
        ...empty.proof,
        kind: 'certificate',
        certificate: view.certificate,
        key: secretToForm(view.secret),
      };
  }
};

const grantToForm = (view: ClientView['grant']): ClientForm['grant'] => {
  switch (view.flow) {
    case 'ropc':
      return {
        ...empty.grant,
        flow: view.flow,
        userName: sourcedTextToForm(view.userName),
        password: secretToForm(view.password),
      };
    case 'authorizationCode':
      return { ...empty.grant, flow: view.flow, loginHint: view.loginHint ?? '' };
    default:
      return { ...empty.grant, flow: view.flow };
  }
};

const clientToForm = (view: ClientView): ClientForm => ({
  place: placeToForm(view.place),
  clientId: sourcedTextToForm(view.clientId),
  proof: proofToForm(view.proof),
  grant: grantToForm(view.grant),
});

/** What the form shows of a sign-in. */
export const signInToForm = (view: Authentication<PasswordView>): SignInForm => {
  switch (view.mode) {
    case 'none':
      return { ...newSignIn, mode: 'none' };
    case 'password':
      return {
        ...newSignIn,
        mode: 'password',
        userName: sourcedTextToForm(view.userName),
        password: secretToForm(view.password),
        mechanism: view.mechanism ?? 'best',
      };
    case 'ntlm':
      return {
        ...newSignIn,
        mode: 'ntlm',
        domain: view.domain,
        userName: sourcedTextToForm(view.userName),
        password: secretToForm(view.password),
      };
    case 'kerberos':
      return { ...newSignIn, mode: 'kerberos', servicePrincipal: view.servicePrincipal ?? '' };
    case 'oauth2':
      return {
        ...newSignIn,
        mode: view.client.place.provider,
        userName: sourcedTextToForm(view.userName),
        tokenMechanism: view.mechanism ?? 'best',
        client: clientToForm(view.client),
      };
  }
};
