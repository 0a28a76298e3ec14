import { type Kind, lasting, note, passing } from './findingKind.ts';

/** The situations of sending by Microsoft Graph, Exchange Web Services and Outlook. A part of `findingTable`. */
export const cloudMailFindings = {
  // Exchange Online
  exchangeApplicationNotAdmitted: lasting('tenantAdministrator'),
  exchangeOnlineSendAsDenied: lasting('tenantAdministrator'),

  // Microsoft Graph
  graphPermissionMissing: lasting('tenantAdministrator'),
  graphTokenRefused: lasting('user'),
  graphApplicationPolicy: lasting('tenantAdministrator'),
  graphMailboxMissing: lasting('tenantAdministrator'),
  graphMailboxUntold: note('user'),
  graphMimeInvalid: lasting('user'),
  graphTooLarge: lasting('sender'),
  graphThrottled: passing('wait'),
  graphTemporary: passing('wait'),
  graphRefused: lasting('tenantAdministrator'),

  // Exchange Web Services
  ewsDisabled: lasting('tenantAdministrator'),
  ewsSignInRefused: lasting('user'),
  ewsMethodNotOffered: lasting('user'),
  ewsConnectionRefused: passing('mailAdministrator'),
  ewsChallengeUnreadable: lasting('mailAdministrator'),
  basicEwsMfa: lasting('user'),
  ewsImpersonationDenied: lasting('mailAdministrator'),
  ewsAccessDenied: lasting('mailAdministrator'),
  ewsMailboxMissing: lasting('user'),
  exchangeVersionTooNew: lasting('user'),
  ewsBusy: passing('wait'),
  ewsTemporary: passing('mailAdministrator'),
  ewsUrlWrong: lasting('user'),
  ewsRefused: lasting('mailAdministrator'),

  // Any web service
  webAnswerUnreadable: passing('network'),

  // Outlook
  outlookNeedsWindows: lasting('user'),
  outlookMissing: lasting('user'),
  outlookNotReachable: lasting('user'),
  outlookProfileFailed: lasting('user'),
  outlookMailboxMissing: lasting('user'),
  outlookRecipientUnresolved: lasting('sender'),
  outlookAccessDenied: lasting('user'),
  outlookPrompted: lasting('user'),
  outlookTimedOut: passing('user'),
  outlookServerUnreachable: passing('network'),
  outlookFailed: lasting('user'),
} as const satisfies Record<string, Kind>;
