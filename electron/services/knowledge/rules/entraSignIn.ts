import { cloudCodes } from '../readCloudCodes.ts';
import type { Rule } from './rule.ts';

const entra = (...numbers: readonly number[]): string[] => cloudCodes('AADSTS', ...numbers);

/** Microsoft Entra ID about an account, a sign-in and itself. Numbers as in `entra.ts`. */
export const entraSignInRules: readonly Rule[] = [
  {
    code: 'entraPasswordWrong',
    when: { systemCode: entra(50126) },
    examples: [
      'AADSTS50126: Error validating credentials due to invalid username or password.',
      'AADSTS70002: Error validating credentials. AADSTS50126: Invalid username or password.',
    ],
  },
  {
    code: 'entraUserUnknown',
    when: { systemCode: entra(50034, 50020, 51004) },
    examples: [
      'AADSTS50034: The user account {EUII Hidden} does not exist in the example.org directory. To sign into this application, the account must be added to the directory.',
    ],
  },
  {
    code: 'entraAccountLocked',
    when: { systemCode: entra(50053) },
    examples: [
      "AADSTS50053: The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
    ],
  },
  {
    code: 'entraPasswordExpired',
    when: { systemCode: entra(50055) },
    examples: ['AADSTS50055: The password is expired.'],
  },
  {
    code: 'entraPasswordMissing',
    when: { systemCode: entra(50056) },
    examples: [
      'AADSTS50056: Invalid or null password: password does not exist in the directory for this user.',
    ],
  },
  {
    code: 'entraAccountDisabled',
    when: { systemCode: entra(50057) },
    examples: ['AADSTS50057: The user account is disabled.'],
  },
  {
    code: 'entraMfaRequired',
    when: { systemCode: entra(50076, 50079, 50074, 50072, 50078) },
    examples: [
      "AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000002-0000-0ff1-ce00-000000000000'.",
    ],
  },
  {
    code: 'entraConditionalAccess',
    when: { systemCode: entra(53003, 53000, 53001, 53002, 530003) },
    examples: [
      'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    ],
  },
  {
    code: 'entraSecurityDefaults',
    when: { systemCode: entra(530035) },
    examples: [
      'AADSTS530035: Access has been blocked by security defaults. This is due to the request using legacy auth or being deemed unsafe by security defaults policies.',
    ],
  },
  {
    code: 'oauthSignInAgain',
    when: { systemCode: entra(700082, 70043, 50173, 70008, 700084, 50132, 50133, 70000) },
    examples: [
      'invalid_grant: AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
      'AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-06-01T08:00:00.0000000Z and was inactive for 90.00:00:00.',
    ],
  },
  {
    code: 'oauthCodeUnusable',
    when: { systemCode: entra(54005, 50089) },
    examples: [
      'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ],
  },
  {
    code: 'oauthCodeVerifierWrong',
    when: { systemCode: entra(501481) },
    examples: [
      'AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ],
  },
  {
    code: 'oauthDeviceCodePending',
    when: { systemCode: entra(70016) },
    examples: ['AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.'],
  },
  {
    code: 'oauthDeviceCodeWrong',
    when: { systemCode: entra(70018, 90119) },
    examples: [
      'AADSTS70018: Invalid verification code due to user typing in wrong user code for device code flow.',
    ],
  },
  {
    code: 'oauthDeviceCodeExpired',
    when: { systemCode: entra(70019) },
    examples: ['AADSTS70019: Verification code expired.'],
  },
  {
    code: 'oauthDeviceCodeExpired',
    when: {
      words:
        /\bdevice code has expired|Device code terminal timed-out|Verification code expired before contacting/i,
    },
    examples: [
      "AADSTS70020: The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
      'Connect-MgGraph : Device code terminal timed-out after 120 seconds. Please try again. Microsoft.Graph.PowerShell.Authentication.Cmdlets.ConnectMgGraph',
      { text: 'Verification code expired before contacting the server', protocol: 'oauth' },
    ],
  },
  {
    code: 'oauthRequestLoop',
    when: { systemCode: entra(50196) },
    examples: [
      'AADSTS50196: The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
    ],
  },
  {
    code: 'oauthThrottled',
    when: { systemCode: entra(90055) },
    examples: [
      'AADSTS90055: Server is terminating the request because there are too many incoming requests.',
    ],
  },
  {
    code: 'oauthTemporary',
    when: { systemCode: entra(90033, 90024, 50033, 90006, 90090) },
    examples: ['AADSTS90033: A transient error has occurred. Please try again.'],
  },
  {
    code: 'clientSecretWrong',
    when: { systemCode: entra(70002) },
    examples: [
      'AADSTS70002: InvalidClient - Error validating the credentials. The specified client_secret does not match the expected value for this client.',
    ],
  },
];
