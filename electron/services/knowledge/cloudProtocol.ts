import { oauthNames } from './readCloudCodes.ts';
import type { SymptomProtocol } from './symptom.ts';

export type CloudProtocol = Extract<SymptomProtocol, 'oauth' | 'graph' | 'ews' | 'outlook'>;
export const cloudProtocols: readonly SymptomProtocol[] = ['oauth', 'graph', 'ews', 'outlook'];

const marks: readonly (readonly [CloudProtocol, RegExp])[] = [
  ['oauth', /\bAADSTS\d{4,8}\b/i],
  [
    'ews',
    /\/EWS\/(?:Exchange|Services)|schemas\.microsoft\.com\/exchange\/services|Exchange\.WebServices|\bExchange Web Services?\b|\bExchangeService\b|\bService(?:Response|Request|Remote)Exception\b|\bexchangelib\b|\bews-java(?:script)?-api\b|<\/?[a-z]{1,4}:ResponseCode>|\bEWS (?:request|error|call|server|endpoint|is )/i,
  ],
  [
    'graph',
    /graph\.microsoft\.(?:com|us)|microsoftgraph|Microsoft[. ]Graph|MgUser(?:Mail|Message)|\bODataError\b|GraphServiceException|\bGraphError\b|MailboxNot(?:Enabled|Supported)ForRESTAPI|\bInvalidAuthenticationToken\b|\b(?:ApplicationThrottled|NoPermissionsInAccessToken)\b|\bAuthorization_RequestDenied\b|\bcode\\?["']\s?:\s?\\?["']Error[A-Z]|\[Error[A-Z]\w{3,60}\]|\bErrorCode: Error[A-Z]/,
  ],
  [
    'outlook',
    /outlook\.application|\{0006F03A-0000-0000-C000-000000000046\}|\bMAPI_E_|Microsoft Outlook|\bOutlook\w{0,40}\b.{0,300}\b0x8|\b0x8.{0,300}\bOutlook\w{0,40}\b|Interop\.Outlook|Outlook does not recognize/is,
  ],
  // What Exchange answers alike to both; EWS is known by its envelope, above.
  ['graph', /\bErrorAccessDenied\b.{0,40}Access is denied|Access to OData is disabled|AppOnly AccessPolicy/i],
  ['ews', /\bErrorImpersonat\w{1,20}|does not have permission to impersonate the requested user/i],
  ['oauth', oauthNames],
  [
    'oauth',
    /\boauth ?2?\b|\bredirect_uri\b|\berror_description\b|[?&]error=[a-z]|\bError 40\d: [a-z]{2,20}_[a-z]|\bopenid\b|\bOAuth 2 access token|\boauth:2\.0:oob|\bConnect-(?:Mg)?Graph\b|\bmsal|\b(?:Client)?AuthError\b|ClientConfigurationError|login\.microsoftonline|accounts\.google|googleapis|\bgoogle\.auth|\bGmail API\b|\bfailedPrecondition\b|\bACCESS_TOKEN_SCOPE_INSUFFICIENT\b|Google verification process|verified by Google/i,
  ],
  // System.Net.WebException, as the EWS Managed API passes it on (learn.microsoft.com/dotnet/api/system.net.webexception).
  ['ews', /^\W{0,8}The remote server returned an error: \(\d{3}\)/i],
];

/** Which of the services a pasted text is about, null for none of them. */
export const cloudProtocol = (text: string): CloudProtocol | null =>
  marks.find(([, pattern]) => text.search(pattern) >= 0)?.[0] ?? null;
