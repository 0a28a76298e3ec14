import { isGuid } from '../../contract/guid.ts';
import { withoutSecrets } from './withoutSecrets.ts';

/** Codes that everybody knows: none of them gives a secret away, even where a secret is the same word. */
const knownCodes: ReadonlySet<string> = new Set([
  // RFC 6749, 4.1.2.1 and 5.2
  ...['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type'],
  ...[
    'invalid_scope',
    'access_denied',
    'unsupported_response_type',
    'server_error',
    'temporarily_unavailable',
  ],
  // RFC 8628, 3.5, and what Entra has beside it
  ...[
    'authorization_pending',
    'slow_down',
    'expired_token',
    'authorization_declined',
    'bad_verification_code',
  ],
  // OpenID Connect Core, 3.1.2.6; RFC 6750, 3.1; RFC 8707, 2
  ...['interaction_required', 'login_required', 'account_selection_required', 'consent_required'],
  ...['invalid_token', 'insufficient_scope', 'invalid_target'],
  // Entra, also as `suberror`
  ...['invalid_resource', 'bad_token', 'token_expired', 'basic_action', 'additional_action', 'message_only'],
  ...['user_password_expired', 'client_mismatch', 'device_authentication_failed'],
  // Google
  ...['redirect_uri_mismatch', 'invalid_redirect_uri', 'admin_policy_enforced', 'org_internal'],
  ...['deleted_client', 'disallowed_useragent'],
]);

const shortCode = /^[a-z_]{1,64}$/;

/**
 * A code of a refusal, which decides how it goes on: one that is known stays as it is, any other is for people only, and is
 * without these secrets.
 */
export const refusalCode = (code: string, secrets: readonly string[]): string =>
  knownCodes.has(code) ? code : withoutSecrets(code, secrets);

/** The same for the second code of a refusal; null: there is none, or nothing that looks like one. */
export const secondCode = (value: unknown, secrets: readonly string[]): string | null => {
  const code = typeof value === 'string' ? refusalCode(value, secrets) : '';
  return shortCode.test(code) ? code : null;
};

/** Entra's number of the event (a GUID); null: there is none. */
export const correlationOf = (value: unknown, secrets: readonly string[]): string | null => {
  const number = typeof value === 'string' ? withoutSecrets(value, secrets) : '';
  return isGuid(number) ? number : null;
};
