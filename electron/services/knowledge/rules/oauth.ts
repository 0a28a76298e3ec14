import { cloudCodes } from '../readCloudCodes.ts';
import type { Rule } from './rule.ts';

const oauth = (...names: readonly string[]): string[] => cloudCodes('OAUTH', ...names);

/** OAuth 2.0 whoever answers (RFC 6749 4.1.2.1 and 5.2, RFC 8628 3.5, OpenID Connect Core 3.1.2.6), and msal's own errors. */
export const oauthRules: readonly Rule[] = [
  {
    code: 'oauthRedirectNotRegistered',
    when: { systemCode: oauth('redirect_uri_mismatch') },
    examples: [
      "Access blocked: This app's request is invalid. Request details: redirect_uri=http://localhost:8888/callback Error 400: redirect_uri_mismatch",
    ],
  },
  {
    code: 'oauthRedirectNotRegistered',
    when: {
      systemCode: oauth('invalid_request', 'invalid_redirect_uri'),
      words: /redirect_uri.{0,60}(?:did not match|not (?:registered|allowed|match))/i,
    },
    examples: [
      '{"error":"invalid_request","error_description":"redirect_uri did not match any of the client\'s registered redirect_uris"}',
    ],
  },
  {
    code: 'clientCertificateUnreadable',
    when: { words: /secretOrPrivateKey must be an asymmetric key when using/i },
    examples: [
      { text: 'Error: secretOrPrivateKey must be an asymmetric key when using PS256', protocol: 'oauth' },
    ],
  },
  {
    code: 'clientCredentialNeeded',
    when: { systemCode: oauth('invalid_client_credential') },
    examples: ['ClientAuthError: invalid_client_credential: See https://aka.ms/msal.js.errors for details'],
  },
  {
    code: 'oauthTenantNeeded',
    when: { systemCode: oauth('missing_tenant_id_error') },
    examples: ['ClientAuthError: missing_tenant_id_error: See https://aka.ms/msal.js.errors for details'],
  },
  {
    code: 'oauthAddressNotHttps',
    when: { systemCode: oauth('authority_uri_insecure') },
    examples: [
      'ClientConfigurationError: authority_uri_insecure: See https://aka.ms/msal.js.errors for details',
    ],
  },
  {
    code: 'oauthIssuerDiffers',
    when: { systemCode: oauth('issuer_validation_failed') },
    examples: ['ClientAuthError: issuer_validation_failed'],
  },
  {
    code: 'oauthProviderUnreadable',
    when: { systemCode: oauth('token_parsing_error') },
    examples: ['ClientAuthError: token_parsing_error: See https://aka.ms/msal.js.errors for details'],
  },
  {
    code: 'oauthStateWrong',
    when: { systemCode: oauth('invalid_state', 'state_mismatch', 'nonce_mismatch') },
    examples: ['ClientAuthError: state_mismatch: See https://aka.ms/msal.js.errors for details'],
  },
  {
    code: 'oauthConsentMissing',
    when: { systemCode: oauth('consent_required') },
    examples: ['{"error":"invalid_grant","suberror":"consent_required"}'],
  },
  {
    code: 'oauthSignInCancelled',
    when: { systemCode: oauth('device_code_polling_cancelled', 'authentication_canceled') },
    examples: [
      'ClientAuthError: device_code_polling_cancelled',
      'MSAL.NetCore.4.61.0.0.MsalClientException: ErrorCode: authentication_canceled User canceled authentication.',
    ],
  },
  {
    code: 'oauthDeviceCodeExpired',
    when: { systemCode: oauth('user_timeout_reached', 'expired_token') },
    examples: [
      'ClientAuthError: user_timeout_reached',
      '{"error":"expired_token","error_description":"the device code has expired"}',
    ],
  },
  {
    code: 'oauthDeviceCodePending',
    when: { systemCode: oauth('authorization_pending') },
    examples: ['{"error":"authorization_pending"}'],
  },
  {
    code: 'oauthThrottled',
    when: { systemCode: oauth('slow_down') },
    examples: ['{"error":"slow_down","error_description":"you are polling too quickly"}'],
  },
  {
    code: 'oauthSignInAgain',
    when: {
      systemCode: oauth(
        'invalid_grant',
        'interaction_required',
        'login_required',
        'bad_token',
        'no_tokens_found',
        'no_account_in_silent_request',
      ),
    },
    examples: [
      'OAuthError: invalid_grant (grant request is invalid)',
      'InteractionRequiredAuthError: no_tokens_found: See https://aka.ms/msal.js.errors for details',
      '{"error":"login_required","error_description":"End-User authentication is required"}',
    ],
  },
  {
    code: 'oauthClientNotAllowed',
    when: { systemCode: oauth('unauthorized_client') },
    examples: [
      '{"error":"unauthorized_client","error_description":"requested grant type is not allowed for this client"}',
    ],
  },
  {
    code: 'oauthClientRefused',
    when: { systemCode: oauth('invalid_client') },
    examples: [
      'MsalServiceException: ErrorCode: invalid_client',
      '{"error":"invalid_client","error_description":"client authentication failed"}',
    ],
  },
  {
    code: 'oauthScopeInvalid',
    when: { systemCode: oauth('invalid_scope') },
    examples: ['{"error":"invalid_scope","error_description":"requested scope is not allowed"}'],
  },
  {
    code: 'oauthResourceUnknown',
    when: { systemCode: oauth('invalid_resource', 'invalid_target') },
    examples: ['{"error":"invalid_target","error_description":"resource indicator is missing, or unknown"}'],
  },
  {
    code: 'oauthGrantNotOffered',
    when: { systemCode: oauth('unsupported_grant_type', 'unsupported_response_type') },
    examples: ['{"error":"unsupported_grant_type","error_description":"unsupported grant_type requested"}'],
  },
  {
    code: 'oauthDeclined',
    when: { systemCode: oauth('access_denied') },
    examples: ['http://localhost:9999/callback?error=access_denied&error_description=User+cancelled&state=1'],
  },
  {
    code: 'proxySignInNeeded',
    when: { protocol: ['oauth', 'graph', 'ews'], systemCode: cloudCodes('HTTP', 407) },
    examples: [
      'https://login.microsoftonline.com: The remote server returned an error: (407) Proxy Authentication Required.',
    ],
  },
  {
    code: 'oauthTemporary',
    when: { systemCode: oauth('temporarily_unavailable', 'service_not_available') },
    examples: ['{"error":"temporarily_unavailable","error_description":"try again later"}'],
  },
];

/** What is left when neither the error nor the connection has a cause of its own. */
export const generalCloudRules: readonly Rule[] = [
  {
    code: 'oauthRefused',
    when: { words: /\bAADSTS\d{4,8}\b/i },
    examples: ['AADSTS50999: Something that nobody has written down yet.'],
  },
  {
    code: 'oauthThrottled',
    // msal gives an empty code while it waits out an earlier refusal, without asking anybody.
    when: { protocol: 'oauth', systemCode: [...oauth(''), ...cloudCodes('HTTP', 429)] },
    examples: ['POST https://login.microsoftonline.com/common/oauth2/v2.0/token failed with status 429'],
  },
  {
    code: 'oauthTemporary',
    when: {
      protocol: 'oauth',
      systemCode: [...oauth('server_error'), ...cloudCodes('HTTP', 500, 502, 503, 504)],
    },
    examples: [
      'https://oauth2.googleapis.com/token answered with status 503',
      '{"error":"server_error","scope":"openid"}',
    ],
  },
  {
    code: 'oauthProviderUnreachable',
    when: {
      systemCode: oauth(
        'endpoints_resolution_error',
        'network_error',
        'post_request_failed',
        'get_request_failed',
      ),
    },
    examples: [
      'ClientAuthError: endpoints_resolution_error: See https://aka.ms/msal.js.errors for details',
      'AuthError: network_error: Network request failed: fetch failed',
    ],
  },
];
