import type { SecretSlot } from '../../../contract/mail/mapSecrets.ts';

/** Prefix of every vault record of every profile. */
export const allProfileRecords = 'mail/profiles/';

/** Prefix of every vault record of a profile. */
export const profileRecords = (profileId: string): string => `${allProfileRecords}${profileId}/`;

/** Prefix of every vault record of one password of a profile. */
export const slotRecords = (profileId: string, slot: SecretSlot): string =>
  `${profileRecords(profileId)}${slot}/`;
