import type { CloudRefusal } from './symptom.ts';

type CloudCodeKind = 'AADSTS' | 'OAUTH' | 'EXCHANGE' | 'HTTP' | 'OUTLOOK';

/** One name for a code however it is printed: `AADSTS:7000215`, `OAUTH:INVALID_GRANT`, `EXCHANGE:ERRORSENDASDENIED`. */
export const cloudCodes = (
  kind: CloudCodeKind,
  ...values: readonly (string | number | null | undefined)[]
): string[] =>
  values.flatMap((value) =>
    value === null || value === undefined ? [] : [`${kind}:${String(value).toUpperCase()}`],
  );

const entraNumbers = [
  /\bAADSTS(\d{4,8})(?!\d)/gi,
  /\berror_codes\\?["']?\s?[:=]\s?\[\s{0,8}(\d{4,8})(?!\d)/g,
];

/** Names that nothing but OAuth 2.0 (RFC 6749, RFC 8628, OpenID Connect), Google and msal has. */
export const oauthNames =
  /\b(invalid_grant|invalid_client|unauthorized_client|unsupported_(?:grant|response)_type|redirect_uri_mismatch|(?:consent|interaction)_required|authorization_pending|invalid_client_credential|endpoints_resolution_error|token_parsing_error|no_tokens_found|no_account_in_silent_request|missing_tenant_id_error|user_timeout_reached|device_code_polling_cancelled|authority_uri_insecure|issuer_validation_failed|authentication_canceled|admin_policy_enforced)\b/g;
/** Names that other programs have too count where they stand as the error. */
const oauthFields =
  /\b(?:error(?: ?code)?|errorCode|error_code|suberror|Error 40\d|(?:Auth|Server|ClientAuth|OAuth)\w{0,20}Error)\\?["'\]]?\s?(?:=>|[:=])\s?\\?["']?([a-z]{2,20}(?:_[a-z]{1,20}){1,5})(?![\w.])/gi;

const exchangeNames =
  /\b(Error[A-Z][A-Za-z0-9]{4,60}|InvalidAuthenticationToken|MailboxNot(?:Enabled|Supported)ForRESTAPI|Request_ResourceNotFound|Authorization_RequestDenied|ApplicationThrottled|NoPermissionsInAccessToken)\b/g;
const exchangeFields =
  /\bcode\\?["']?\s?[:=]\s?\\?["']([A-Za-z]{4,60})\\?["']|\[([A-Z][A-Za-z]{5,60})\] ?: /g;

const statuses =
  /\((4\d\d|5\d\d)\)|\b(?:HTTP(?:\/\d(?:\.\d)?)?|status(?:[ _-]?code)?|error(?: ?code)?|response\. Code)\\?["']?(?:\s?[:=]\s?|\s)\\?["']?(4\d\d|5\d\d)\b/gi;

const aboutOutlook = /outlook|\bMAPI\b/i;
/** Where a program drives Outlook, errors that all of Windows has are Outlook's. */
const aboutAutomation =
  /outlook\.application|Interop\.Outlook|Microsoft Outlook|Exception from HRESULT|COMException|com_error|\bMAPI\b/i;
const ofMapi = /^0x8004(?:010f|011)/i;
const hresults = /\b0x(8[0-9a-f]{7})\b|\berror: (8[0-9a-f]{7})\b/gi;

const groups = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match[1] ?? match[2] ?? []);

/**
 * What COM says when a program does not start, and names none: CO_E_SERVER_EXEC_FAILURE, REGDB_E_CLASSNOTREG (MS-ERREF 2.1.1).
 * It means something only where it is known to be Outlook's.
 */
const ofStart = /\b(?:0x)?(80080005|80040154)\b/gi;
/** `0006F03A-…` is Outlook.Application. */
const otherProgram = /\b(?!Outlook\.)\w{2,40}\.Application\b|CLSID \{(?!0006F03A-)/i;

const outlookStartIn = (text: string): string[] =>
  otherProgram.test(text) ? [] : cloudCodes('OUTLOOK', ...groups(text, ofStart).map((value) => `0x${value}`));

const outlookCodesIn = (text: string): string[] => {
  if (!aboutOutlook.test(text)) return outlookStartIn(text);
  const codes = groups(text, hresults).map((value) => `0x${value}`);
  return cloudCodes(
    'OUTLOOK',
    ...(aboutAutomation.test(text) ? codes : codes.filter((code) => ofMapi.test(code))),
  );
};

/** Gives the codes of Microsoft Entra ID, OAuth, Graph, Exchange Web Services, HTTP and Outlook that stand in a text. */
export const readCloudCodes = (text: string): string[] => [
  ...cloudCodes('AADSTS', ...entraNumbers.flatMap((pattern) => groups(text, pattern))),
  ...cloudCodes('OAUTH', ...groups(text, oauthNames), ...groups(text, oauthFields)),
  ...cloudCodes('EXCHANGE', ...groups(text, exchangeNames), ...groups(text, exchangeFields)),
  ...cloudCodes('HTTP', ...groups(text, statuses)),
  ...outlookCodesIn(text),
];

/** The same of a refusal that was received, not read in a text. */
export const codesOfCloudRefusal = (refusal: CloudRefusal): string[] => [
  ...cloudCodes('AADSTS', refusal.errorNo),
  ...cloudCodes('OAUTH', refusal.error, refusal.subError),
  ...cloudCodes('EXCHANGE', refusal.error),
  ...cloudCodes('HTTP', refusal.status),
  ...cloudCodes('OUTLOOK', refusal.hresult),
];
