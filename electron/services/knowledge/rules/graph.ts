import { cloudCodes } from '../readCloudCodes.ts';
import type { Rule } from './rule.ts';

const exchange = (...names: readonly string[]): string[] => cloudCodes('EXCHANGE', ...names);
const http = (...statuses: readonly number[]): string[] => cloudCodes('HTTP', ...statuses);
const protocol = 'graph';

/** Microsoft Graph's sendMail: learn.microsoft.com/graph/errors, and answers seen in the field. */
export const graphRules: readonly Rule[] = [
  {
    code: 'exchangeOnlineSendAsDenied',
    when: { protocol, systemCode: exchange('ErrorSendAsDenied') },
    examples: [
      '{"error":{"code":"ErrorSendAsDenied","message":"The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message."}}',
    ],
  },
  {
    code: 'graphApplicationPolicy',
    when: {
      // Application access policies: learn.microsoft.com/exchange/permissions-exo/application-access-policies.
      protocol: [protocol, 'ews'],
      words: /Access to OData is disabled: \[RAOP\]|blocked by tenant configured AppOnly AccessPolicy/i,
    },
    examples: [
      '{"error":{"code":"ErrorAccessDenied","message":"Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings."}}',
    ],
  },
  {
    code: 'oauthPermissionMissing',
    when: { protocol, systemCode: exchange('NoPermissionsInAccessToken') },
    examples: [
      '{"error":{"code":"NoPermissionsInAccessToken","message":"The token contains no permissions, or permissions can not be understood."}}',
    ],
  },
  {
    code: 'graphPermissionMissing',
    when: { protocol, systemCode: exchange('ErrorAccessDenied', 'Authorization_RequestDenied') },
    examples: [
      '{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
      'Send-MgUserMail : Access is denied. Check credentials and try again. Status: 403 (Forbidden) ErrorCode: ErrorAccessDenied',
    ],
  },
  {
    code: 'oauthAudienceWrong',
    when: { protocol, systemCode: exchange('InvalidAuthenticationToken'), words: /Invalid audience/i },
    examples: [
      '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
    ],
  },
  {
    code: 'oauthTokenExpired',
    when: {
      protocol,
      systemCode: exchange('InvalidAuthenticationToken'),
      words: /(?:token|it) (?:is|has) expired|lifetime validation failed/i,
    },
    examples: [
      '{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}',
      '{"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired or is not yet valid."}}',
    ],
  },
  {
    code: 'graphTokenRefused',
    when: { protocol, systemCode: exchange('InvalidAuthenticationToken') },
    examples: [
      '{"error":{"code":"InvalidAuthenticationToken","message":"CompactToken parsing failed with error code: 80049217"}}',
    ],
  },
  {
    code: 'graphMailboxMissing',
    when: {
      protocol,
      systemCode: exchange(
        'MailboxNotEnabledForRESTAPI',
        'MailboxNotSupportedForRESTAPI',
        'ErrorInvalidUser',
        'ResourceNotFound',
        'Request_ResourceNotFound',
        'ErrorNonExistentMailbox',
        'ErrorMissingEmailAddress',
      ),
    },
    examples: [
      '{"error":{"code":"MailboxNotEnabledForRESTAPI","message":"The mailbox is either inactive, soft-deleted, or is hosted on-premise."}}',
      "Send-MgUserMail_Send: [ErrorInvalidUser] : The requested user 'bob@example.org' is invalid.",
    ],
  },
  {
    code: 'recipientSyntaxRefused',
    when: { protocol, systemCode: exchange('ErrorInvalidRecipients') },
    examples: [
      '{"error":{"code":"ErrorInvalidRecipients","message":"At least one recipient is not valid., Recipient \'bob\' is not resolved. All recipients must be resolved before a message can be submitted."}}',
    ],
  },
  {
    code: 'graphMimeInvalid',
    when: { protocol, systemCode: exchange('ErrorMimeContentInvalidBase64String') },
    examples: ['Send-MgUserMail: [ErrorMimeContentInvalidBase64String] : The content is not valid.'],
  },
  {
    code: 'graphMimeInvalid',
    when: { words: /Invalid base64 string for MIME content/i },
    examples: [
      '{"error":{"code":"ErrorMimeContentInvalidBase64String","message":"Invalid base64 string for MIME content."}}',
    ],
  },
  {
    code: 'submissionNotAllowed',
    when: { protocol, systemCode: exchange('ErrorMessageSubmissionBlocked') },
    examples: [
      '{"error":{"code":"ErrorMessageSubmissionBlocked","message":"Cannot send mail. Follow the instructions in your Inbox to verify your account., WASCL UserAction verdict is not None."}}',
    ],
  },
  {
    code: 'exchangeOnlineRecipientLimit',
    when: { protocol, systemCode: exchange('ErrorExceededMessageLimit', 'ErrorSubmissionQuotaExceeded') },
    examples: [
      '{"error":{"code":"ErrorExceededMessageLimit","message":"Cannot send mail. The user has exceeded the maximum number of recipients., Cannot submit message."}}',
    ],
  },
  {
    code: 'graphTooLarge',
    when: {
      protocol,
      systemCode: [...exchange('ErrorMessageSizeExceeded', 'RequestEntityTooLarge'), ...http(413)],
    },
    examples: [
      '{"error":{"code":"ErrorMessageSizeExceeded","message":"The message exceeds the maximum supported size., Cannot save changes made to an item to store."}}',
      'POST https://graph.microsoft.com/v1.0/me/sendMail failed with status code 413 (Request Entity Too Large)',
    ],
  },
  {
    code: 'graphThrottled',
    when: {
      protocol,
      systemCode: [
        ...exchange('ApplicationThrottled', 'TooManyRequests', 'activityLimitReached'),
        ...http(429),
      ],
    },
    examples: [
      '{"error":{"code":"ApplicationThrottled","message":"Application is over its MailboxConcurrency limit."}}',
    ],
  },
  {
    code: 'graphTemporary',
    when: {
      protocol,
      systemCode: [
        ...exchange(
          'ServiceUnavailable',
          'serviceNotAvailable',
          'GatewayTimeout',
          'ErrorInternalServerTransientError',
          'ErrorServerBusy',
        ),
        ...http(500, 502, 503, 504),
      ],
    },
    examples: [
      'https://graph.microsoft.com/v1.0/me/sendMail {"error":{"code":"ServiceUnavailable","message":"try later"}}',
    ],
  },
  {
    code: 'graphTokenRefused',
    when: { protocol, systemCode: http(401) },
    examples: ['POST https://graph.microsoft.com/v1.0/me/sendMail HTTP/1.1 401 Unauthorized'],
  },
  {
    code: 'graphPermissionMissing',
    when: { protocol, systemCode: http(403) },
    examples: ['POST https://graph.microsoft.com/v1.0/me/sendMail HTTP/1.1 403 Forbidden'],
  },
  {
    code: 'graphTokenRefused',
    when: { protocol, words: /failed with status code Unauthorized|\bAccess token is empty/i },
    examples: [
      'Call to Microsoft Graph URL https://graph.microsoft.com/v1.0/me/sendMail failed with status code Unauthorized: Access token is empty.',
    ],
  },
];
