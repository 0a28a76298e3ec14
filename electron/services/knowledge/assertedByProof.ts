import type { FindingCode } from './findingTable.ts';

/** Situations that a proof sees for itself; no reply and no error code says them, so no rule leads to them. */
export const assertedByProof: readonly FindingCode[] = [
  'nameResolutionFailed',
  'greetingNotSmtp',
  'replyNotSmtp',
  'starttlsHidden',
  'plainOnTlsPort',
  'encryptionNotUsed',
  'encryptionNotOffered',
  'certificateExpiresSoon',
  'passwordWithoutEncryption',
  'passwordWouldTravelUnencrypted',
  'messageNotArrived',
  'messageArrivedAsSpam',
  'mailboxServerRefuses',
  'mailboxReplyNotUnderstood',
  'mailboxEncryptionNotOffered',
  'folderFailed',
  'leftForPickup',
  'unknownFailure',
];
