import { cloudCodes } from '../readCloudCodes.ts';
import type { Rule } from './rule.ts';

const oauth = (...names: readonly string[]): string[] => cloudCodes('OAUTH', ...names);

/** Google's sign-in and Gmail API: developers.google.com/identity/protocols/oauth2, and answers seen in the field. */
export const googleSignInRules: readonly Rule[] = [
  {
    code: 'googleSignInAgain',
    when: { systemCode: oauth('invalid_grant'), words: /token has been expired or revoked/i },
    examples: [
      '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
      "google.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.', {'error': 'invalid_grant', 'error_description': 'Token has been expired or revoked.'})",
    ],
  },
  {
    code: 'oauthClockWrong',
    when: {
      systemCode: oauth('invalid_grant'),
      words:
        /Invalid JWT: Token must be a short-lived token.{0,80}reasonable timeframe|use a clock with skew/i,
    },
    examples: [
      '{"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim."}',
    ],
  },
  {
    code: 'googleDelegationMissing',
    when: {
      systemCode: oauth('unauthorized_client'),
      words: /Client is unauthorized to retrieve access tokens using this method/i,
    },
    examples: [
      '{"error":"unauthorized_client","error_description":"Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested."}',
    ],
  },
  {
    code: 'googleClientUnknown',
    when: { systemCode: oauth('invalid_client'), words: /The OAuth client was not found/i },
    examples: ['Error 401: invalid_client The OAuth client was not found.'],
  },
  {
    code: 'googleClientUnknown',
    when: { systemCode: oauth('deleted_client') },
    examples: ['Error 401: deleted_client The OAuth client was deleted.'],
  },
  {
    code: 'clientSecretWrong',
    when: {
      systemCode: oauth('invalid_client'),
      words:
        /provided client secret is invalid|error_description\\?["']?\s?(?:=>|[:=])\s?\\?["']?Unauthorized\b/i,
    },
    examples: [
      '{"error":"invalid_client","error_description":"Unauthorized"}',
      '{"error":"invalid_client","error_description":"The provided client secret is invalid."}',
    ],
  },
  {
    code: 'clientSecretMissing',
    when: { systemCode: oauth('invalid_request'), words: /client_secret is missing/i },
    examples: ['{"error":"invalid_request","error_description":"client_secret is missing."}'],
  },
  {
    code: 'googleAdminPolicy',
    when: { systemCode: oauth('admin_policy_enforced') },
    examples: ['Error 400: admin_policy_enforced'],
  },
  {
    code: 'googleAppInternal',
    when: { systemCode: oauth('org_internal') },
    examples: ['Access blocked: Mailer can only be used within its organization. Error 403: org_internal'],
  },
  {
    code: 'googleAppInTesting',
    when: {
      words:
        /has not completed the Google verification process|currently being tested and it hasn.t been verified by Google|app is currently being tested.{0,60}approved testers/i,
    },
    examples: [
      'Access blocked: Mailer has not completed the Google verification process. The app is currently being tested, and can only be accessed by developer-approved testers. Error 403: access_denied',
    ],
  },
  {
    code: 'oauthRedirectNotRegistered',
    when: { systemCode: oauth('invalid_request'), words: /urn:ietf:wg:oauth:2\.0:oob/i },
    examples: [
      'Error 400: invalid_request The out-of-band (OOB) flow has been blocked in order to keep users secure. Request details: redirect_uri=urn:ietf:wg:oauth:2.0:oob',
    ],
  },
  {
    code: 'oauthTokenExpired',
    when: { words: /Request had invalid authentication credentials\. Expected OAuth 2 access token/i },
    examples: [
      '{"error":{"code":401,"message":"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.","status":"UNAUTHENTICATED"}}',
    ],
  },
  {
    code: 'googleApiDisabled',
    when: { words: /Gmail API has not been used in project \S{1,60} before or it is disabled/i },
    examples: [
      'Gmail API has not been used in project 123456789012 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=123456789012 then retry.',
    ],
  },
  {
    code: 'googleMailServiceOff',
    when: {
      words:
        /"message": ?"Mail service not enabled"|\bfailedPrecondition\b.{0,200}Mail service not enabled|HttpError 400.{0,200}Mail service not enabled/i,
    },
    examples: [
      '{"error":{"code":400,"message":"Mail service not enabled","errors":[{"message":"Mail service not enabled","domain":"global","reason":"failedPrecondition"}],"status":"FAILED_PRECONDITION"}}',
    ],
  },
  {
    code: 'oauthPermissionMissing',
    when: { words: /Request had insufficient authentication scopes|ACCESS_TOKEN_SCOPE_INSUFFICIENT/ },
    examples: [
      '{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED","details":[{"reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT","domain":"googleapis.com"}]}}',
    ],
  },
];
