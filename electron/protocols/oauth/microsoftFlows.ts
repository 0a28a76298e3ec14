import type { AuthenticationResult } from '@azure/msal-node';
import { toAuthorization } from './authorization.ts';
import type { MicrosoftApplications } from './microsoftApplication.ts';
import { deviceCodeExpired } from './oauthError.ts';
import type { ProviderRequest } from './providerClient.ts';
import { awaitRedirect } from './redirectListener.ts';
import type { DeviceCode, TokenFlow } from './tokenClient.ts';

type Result = Promise<AuthenticationResult | null>;
type Flow<Kind extends TokenFlow['kind']> = Extract<TokenFlow, { kind: Kind }>;

const byCredentials = (applications: MicrosoftApplications, { scopes, force }: ProviderRequest): Result =>
  applications.confidential().acquireTokenByClientCredential({
    scopes: [...scopes],
    skipCache: force,
    // Else a variable of the environment has a say in where the secret goes.
    azureRegion: 'DisableMsalForceRegion',
  });

const byCode = async (
  applications: MicrosoftApplications,
  flow: Flow<'authorizationCode'>,
  { scopes, operation }: ProviderRequest,
): Result => {
  const { CryptoProvider, ResponseMode } = applications.msal;
  const provider = new CryptoProvider();
  const { verifier, challenge } = await provider.generatePkceCodes();
  const [state, nonce] = [provider.createNewGuid(), provider.createNewGuid()];
  const { redirectUri, loginHint, page, waitForPort: onWait } = flow;
  const asked = { scopes: [...scopes], redirectUri, state, nonce };
  const url = await applications.usual().getAuthCodeUrl({
    ...asked,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    responseMode: ResponseMode.QUERY,
    ...(loginHint === null ? { prompt: 'select_account' } : { loginHint }),
  });
  const answer = await awaitRedirect({ redirectUri, state, page, onWait, signal: operation.signal }, () =>
    flow.openBrowser(url),
  );
  const { code } = toAuthorization(answer);
  return applications
    .usual()
    .acquireTokenByCode({ ...asked, code, codeVerifier: verifier }, { code, state, nonce });
};

const byDeviceCode = async (
  { msal, open }: MicrosoftApplications,
  flow: Flow<'deviceCode'>,
  { scopes, operation }: ProviderRequest,
  now: () => number,
): Result => {
  const request = {
    scopes: [...scopes],
    cancel: false,
    deviceCodeCallback: ({ verificationUri, userCode, expiresIn, message }: MicrosoftDeviceCode): void =>
      flow.show({
        verificationUri,
        userCode,
        expiresAtMs: now() + expiresIn * 1000,
        message,
      } satisfies DeviceCode),
  };
  operation.signal.addEventListener('abort', () => (request.cancel = true), { once: true });
  try {
    return await open().acquireTokenByDeviceCode(request);
  } catch (error) {
    if (error instanceof msal.AuthError && error.errorCode === 'device_code_expired')
      throw deviceCodeExpired();
    throw error;
  }
};

type MicrosoftDeviceCode = {
  verificationUri: string;
  userCode: string;
  expiresIn: number;
  message: string;
};

/** Asks Entra in one of its ways. Throws what msal throws, OAuthRefusal and errors of the listener. */
export const askMicrosoft = (
  applications: MicrosoftApplications,
  flow: TokenFlow,
  request: ProviderRequest,
  now: () => number,
): Result => {
  switch (flow.kind) {
    case 'clientCredentials':
      return byCredentials(applications, request);
    case 'authorizationCode':
      return byCode(applications, flow, request);
    case 'deviceCode':
      return byDeviceCode(applications, flow, request, now);
    case 'ropc':
      return applications.usual().acquireTokenByUsernamePassword({
        scopes: [...request.scopes],
        username: flow.userName,
        password: flow.password,
      });
  }
};
