import { cloudCodes } from '../readCloudCodes.ts';
import type { Rule } from './rule.ts';

const exchange = (...names: readonly string[]): string[] => cloudCodes('EXCHANGE', ...names);
const http = (...statuses: readonly number[]): string[] => cloudCodes('HTTP', ...statuses);
const protocol = 'ews';

/** Exchange Web Services: learn.microsoft.com, "ResponseCode", and what the EWS libraries make of it. */
export const ewsRules: readonly Rule[] = [
  {
    code: 'sendAsDenied',
    when: { protocol, systemCode: exchange('ErrorSendAsDenied') },
    examples: [
      '<m:MessageText>The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.</m:MessageText><m:ResponseCode>ErrorSendAsDenied</m:ResponseCode>',
      'Microsoft.Exchange.WebServices.Data.ServiceResponseException: The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.',
    ],
  },
  {
    code: 'sendAsDenied',
    when: {
      protocol,
      words: /does not have the right to send mail on behalf of the specified sending account/i,
    },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServiceResponseException: The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
    ],
  },
  {
    code: 'ewsImpersonationDenied',
    when: {
      protocol,
      systemCode: exchange(
        'ErrorImpersonateUserDenied',
        'ErrorImpersonationDenied',
        'ErrorImpersonationFailed',
      ),
    },
    examples: [
      '<e:ResponseCode xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">ErrorImpersonateUserDenied</e:ResponseCode>',
    ],
  },
  {
    code: 'ewsImpersonationDenied',
    when: { protocol, words: /does not have permission to impersonate the requested user/i },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServiceResponseException: The account does not have permission to impersonate the requested user.',
    ],
  },
  {
    code: 'ewsMailboxMissing',
    when: { protocol, systemCode: exchange('ErrorNonExistentMailbox', 'ErrorMissingEmailAddress') },
    examples: ['<m:ResponseCode>ErrorNonExistentMailbox</m:ResponseCode>'],
  },
  {
    code: 'ewsMailboxMissing',
    when: {
      protocol,
      words: /The SMTP address has no mailbox associated with it|No mailbox with such guid/i,
    },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServiceResponseException: The SMTP address has no mailbox associated with it.',
    ],
  },
  {
    code: 'exchangeVersionTooNew',
    when: {
      protocol,
      systemCode: exchange(
        'ErrorInvalidServerVersion',
        'ErrorIncorrectSchemaVersion',
        'ErrorSchemaValidation',
      ),
    },
    examples: ['<m:ResponseCode>ErrorInvalidServerVersion</m:ResponseCode>'],
  },
  {
    code: 'exchangeVersionTooNew',
    when: {
      protocol,
      words:
        /Exchange Server doesn'?t support the requested version|only valid for Exchange (?:version )?\S{1,30} or later/i,
    },
    examples: [
      "Microsoft.Exchange.WebServices.Data.ServiceVersionException: Exchange Server doesn't support the requested version.",
    ],
  },
  {
    code: 'passwordExpired',
    when: { protocol, systemCode: exchange('ErrorPasswordExpired', 'ErrorPasswordChangeRequired') },
    examples: ['<m:ResponseCode>ErrorPasswordExpired</m:ResponseCode>'],
  },
  {
    code: 'accountDisabled',
    when: { protocol, systemCode: exchange('ErrorAccountDisabled') },
    examples: ['<m:ResponseCode>ErrorAccountDisabled</m:ResponseCode>'],
  },
  {
    code: 'recipientSyntaxRefused',
    when: { protocol, systemCode: exchange('ErrorInvalidRecipients') },
    examples: ['<m:ResponseCode>ErrorInvalidRecipients</m:ResponseCode>'],
  },
  {
    code: 'messageTooBig',
    when: { protocol, systemCode: exchange('ErrorMessageSizeExceeded') },
    examples: ['<m:ResponseCode>ErrorMessageSizeExceeded</m:ResponseCode>'],
  },
  {
    code: 'exchangeOnlineRecipientLimit',
    when: { protocol, systemCode: exchange('ErrorSubmissionQuotaExceeded') },
    examples: ['<m:ResponseCode>ErrorSubmissionQuotaExceeded</m:ResponseCode>'],
  },
  {
    code: 'ewsAccessDenied',
    when: { protocol, systemCode: exchange('ErrorAccessDenied') },
    examples: [
      '<m:MessageText>Access is denied. Check credentials and try again.</m:MessageText><m:ResponseCode>ErrorAccessDenied</m:ResponseCode>',
    ],
  },
  {
    code: 'ewsBusy',
    when: {
      protocol,
      systemCode: [...exchange('ErrorServerBusy', 'ErrorExceededConnectionCount'), ...http(429)],
    },
    examples: [
      '<e:ResponseCode xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">ErrorServerBusy</e:ResponseCode><t:Value Name="BackOffMilliseconds">297749</t:Value>',
    ],
  },
  {
    code: 'ewsBusy',
    when: { protocol, words: /server cannot service this request right now/i },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServerBusyException: The server cannot service this request right now. Try again later.',
    ],
  },
  {
    code: 'ewsTemporary',
    when: {
      protocol,
      systemCode: exchange(
        'ErrorMailboxStoreUnavailable',
        'ErrorMailboxMoveInProgress',
        'ErrorInternalServerTransientError',
        'ErrorTimeoutExpired',
      ),
    },
    examples: ['<m:ResponseCode>ErrorMailboxStoreUnavailable</m:ResponseCode>'],
  },
  {
    code: 'oauthTokenExpired',
    when: { protocol, words: /error="invalid_token".{0,200}expired|token has expired/i },
    examples: [
      'POST https://outlook.office365.com/EWS/Exchange.asmx 401 x-ms-diagnostics: 2000008;reason="The token has expired.";error_category="token_expired"',
    ],
  },
  {
    code: 'oauthAudienceWrong',
    when: {
      protocol,
      words: /error_category="invalid_(?:resource|audience)"|audience claim value is invalid/i,
    },
    examples: [
      'POST https://outlook.office365.com/EWS/Exchange.asmx 401 x-ms-diagnostics: 2000003;reason="The audience claim value is invalid \'aud\'.";error_category="invalid_resource"',
    ],
  },
  {
    code: 'submissionNotAllowed',
    when: { protocol, words: /\bWASCL UserAction verdict is not None/i },
    examples: [
      'microsoft.exchange.webservices.data.core.exception.service.remote.ServiceResponseException: The operation failed., WASCL UserAction verdict is not None. Actual verdict is RefuseQuota, ShowTierUpgrade.',
    ],
  },
  {
    code: 'ewsSignInRefused',
    when: { protocol, words: /\bUnauthorizedError: Invalid credentials for/ },
    examples: [
      'exchangelib.errors.UnauthorizedError: Invalid credentials for https://mail.example.org/EWS/Exchange.asmx',
    ],
  },
  {
    code: 'ewsSignInRefused',
    when: { protocol, systemCode: http(401) },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServiceRequestException: The request failed. The remote server returned an error: (401) Unauthorized.',
    ],
  },
  {
    code: 'ewsDisabled',
    when: { protocol, systemCode: http(403) },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServiceRequestException: The request failed. The remote server returned an error: (403) Forbidden.',
    ],
  },
  {
    code: 'ewsUrlWrong',
    when: { protocol, systemCode: http(404, 405) },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServiceRequestException: The request failed. The remote server returned an error: (404) Not Found.',
    ],
  },
  {
    code: 'ewsTemporary',
    when: { protocol, systemCode: http(502, 503, 504) },
    examples: [
      'Microsoft.Exchange.WebServices.Data.ServiceRequestException: The request failed. The remote server returned an error: (503) Server Unavailable.',
    ],
  },
];
