import { cloudCodes } from '../readCloudCodes.ts';
import type { Rule } from './rule.ts';

const entra = (...numbers: readonly number[]): string[] => cloudCodes('AADSTS', ...numbers);

/**
 * Microsoft Entra ID about an application, its tenant and its permissions. Numbers: learn.microsoft.com, "Microsoft Entra
 * authentication & authorization error codes". Older answers put a second number behind AADSTS70002.
 */
export const entraRules: readonly Rule[] = [
  {
    code: 'oauthClockWrong',
    when: { systemCode: entra(700024) },
    examples: [
      'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-11-20T09:41:03.6755165Z, assertion valid from 2026-11-20T09:55:01.0000000Z, expiry time of assertion 2026-11-20T10:05:01.0000000Z.',
    ],
  },
  {
    code: 'oauthClockWrong',
    when: { systemCode: entra(50012, 50013), words: /assertion is not within its valid time range/i },
    examples: [
      'AADSTS70002: Error validating credentials. AADSTS50012: Client assertion is not within its valid time range.',
    ],
  },
  {
    code: 'clientSecretWrong',
    when: { systemCode: entra(50012), words: /client secret/i },
    examples: ['AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided.'],
  },
  {
    code: 'clientCertificateExpired',
    when: {
      systemCode: entra(50012, 700027),
      words: /key used is expired|certificate (?:has |is )?expired/i,
    },
    examples: [
      "AADSTS700027: Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint of key used by client: '0011223344556677889900112233445566778899']",
    ],
  },
  {
    code: 'clientCertificateNotRegistered',
    when: { systemCode: entra(50012, 700027) },
    examples: [
      "AADSTS700027: Client assertion contains an invalid signature. [Reason - The key was not found., Thumbprint of key used by client: '0011223344556677889900112233445566778899']",
    ],
  },
  {
    code: 'clientSecretWrong',
    when: { systemCode: entra(7000215) },
    examples: [
      "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '00000000-0000-0000-0000-000000000001'.",
      'A configuration issue is preventing authentication - check the error message from the server for details. Original exception: AADSTS7000215: Invalid client secret provided.',
    ],
  },
  {
    code: 'clientSecretExpired',
    when: { systemCode: entra(7000222) },
    examples: [
      "invalid_client: 7000222 - [2026-11-20 09:41:03Z]: AADSTS7000222: The provided client secret keys for app '00000000-0000-0000-0000-000000000001' are expired. Visit the Azure portal to create new keys for your app.",
    ],
  },
  {
    code: 'clientSecretMissing',
    when: { systemCode: entra(7000218, 7000216) },
    examples: [
      "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ],
  },
  {
    code: 'clientSecretNotWanted',
    when: { systemCode: entra(700025) },
    examples: [
      "AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    ],
  },
  {
    code: 'entraApplicationUnknown',
    when: { systemCode: entra(700016, 700011) },
    examples: [
      "AADSTS700016: Application with identifier '00000000-0000-0000-0000-000000000001' was not found in the directory 'Example'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
    ],
  },
  {
    code: 'entraApplicationUnknown',
    when: { systemCode: entra(70001), words: /was not found in the directory/i },
    examples: [
      "AADSTS70001: Application with identifier '00000000-0000-0000-0000-000000000001' was not found in the directory example.org",
    ],
  },
  {
    code: 'entraApplicationDisabled',
    when: { systemCode: entra(70001, 7000112) },
    examples: ["AADSTS7000112: Application '00000000-0000-0000-0000-000000000001'(mailer) is disabled."],
  },
  {
    code: 'oauthTenantUnknown',
    when: { systemCode: entra(90002, 900023) },
    examples: [
      "AADSTS90002: Tenant 'example.invalid' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
      "AADSTS900023: Specified tenant identifier 'none' is neither a valid DNS name, nor a valid external domain.",
    ],
  },
  {
    code: 'oauthCloudWrong',
    when: { systemCode: entra(90038, 900382) },
    examples: ['AADSTS900382: Confidential Client is not supported in Cross Cloud request.'],
  },
  {
    code: 'oauthTenantNeeded',
    when: { systemCode: entra(50194, 9001023, 50059) },
    examples: [
      "AADSTS50194: Application '00000000-0000-0000-0000-000000000001'(mailer) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'.",
      'AADSTS9001023: The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
    ],
  },
  {
    code: 'oauthAdminConsentNeeded',
    when: { systemCode: entra(90094, 90095) },
    examples: [
      'AADSTS90094: An administrator of Example has set a policy that prevents you from granting Mailer the permissions it is requesting. The grant requires admin permission.',
    ],
  },
  {
    code: 'oauthConsentMissing',
    when: { systemCode: entra(65001) },
    examples: [
      "AADSTS65001: The user or administrator has not consented to use the application with ID '00000000-0000-0000-0000-000000000001' named 'Mailer'. Send an interactive authorization request for this user and resource.",
    ],
  },
  {
    code: 'oauthDeclined',
    when: { systemCode: entra(65004) },
    examples: ['AADSTS65004: User declined to consent to access the app.'],
  },
  {
    code: 'oauthResourceUnknown',
    when: { systemCode: entra(500011) },
    examples: [
      'AADSTS500011: The resource principal named https://outlook.office.example was not found in the tenant named Example.',
    ],
  },
  {
    code: 'oauthServiceNotSubscribed',
    when: { systemCode: entra(650052, 500014) },
    examples: [
      "AADSTS650052: The app is trying to access a service '00000002-0000-0ff1-ce00-000000000000'(Office 365 Exchange Online) that your organization 'Example' lacks a service principal for.",
    ],
  },
  {
    code: 'oauthPermissionNotRegistered',
    when: { systemCode: entra(650057) },
    examples: [
      "AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
    ],
  },
  {
    code: 'oauthScopeInvalid',
    when: { systemCode: entra(70011, 28002) },
    examples: [
      "AADSTS70011: The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope https://outlook.office.com/SMTP.SendAsApp is not valid.",
    ],
  },
  {
    code: 'oauthScopeInvalid',
    when: { systemCode: entra(1002012, 900144), words: /'scope'|value for scope/i },
    examples: [
      'AADSTS1002012: The provided value for scope https://outlook.office.com/SMTP.Send is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.',
      "AADSTS900144: The request body must contain the following parameter: 'scope'.",
    ],
  },
  {
    code: 'oauthUserNotAssigned',
    when: { systemCode: entra(50105) },
    examples: [
      "AADSTS50105: Your administrator has configured the application Mailer ('00000000-0000-0000-0000-000000000001') to block users unless they are specifically granted ('assigned') access to the application.",
    ],
  },
  {
    code: 'oauthRedirectNotRegistered',
    when: { systemCode: entra(50011, 70004, 500113) },
    examples: [
      "AADSTS50011: The redirect URI 'http://localhost:9999/callback' specified in the request does not match the redirect URIs configured for the application '00000000-0000-0000-0000-000000000001'.",
    ],
  },
  {
    code: 'oauthGrantNotOffered',
    when: { systemCode: entra(70003, 70005) },
    examples: ["AADSTS70003: The app requested an unsupported grant type 'password'."],
  },
];
