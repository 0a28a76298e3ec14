import type { FindingCode } from './findingTable.ts';

/** Parameters that `<code>.cause_detailed` puts in; it is shown only when all of them are known. */
export const textParameters: Partial<Record<FindingCode, readonly string[]>> = {
  hostNotFound: ['host'],
  connectionRefused: ['host', 'port'],
  connectionTimedOut: ['host', 'port'],
  connectionsInUse: ['maxConnections'],
  greetingNeverCame: ['host', 'port'],
  greetingNotSmtp: ['host', 'port', 'service'],
  tlsOnPlainPort: ['host', 'port'],
  plainOnTlsPort: ['host', 'port'],
  starttlsNotOffered: ['host', 'port'],
  certificateExpired: ['validTo'],
  certificateExpiresSoon: ['validTo', 'days'],
  certificateNameMismatch: ['names', 'host'],
  certificateUnknownAuthority: ['issuer'],
  noCommonMechanism: ['mechanisms'],
  wrongCredentials: ['userName'],
  messageTooBig: ['size', 'limit'],
  senderNotOwned: ['sender', 'userName'],
  sendAsDenied: ['sender', 'userName'],
  recipientUnknown: ['recipient'],
  mailboxReplyNotUnderstood: ['host', 'port'],
  mailboxEncryptionNotOffered: ['host', 'port'],
  folderMissing: ['folder'],
  leftForPickup: ['folder'],
};
