import type { SecretPlace } from '../../../stores/vault/vault.ts';
import type { SecretSlot } from './secretSlot.ts';
import { type SecretTarget, targetText } from './secretTarget.ts';

/** Prefix of every vault record of every profile. */
export const allProfileRecords = 'mail/profiles/';

/** Prefix of every vault record of a profile. */
export const profileRecords = (profileId: string): string => `${allProfileRecords}${profileId}/`;

/** Where one password of a profile lies in the vault, bound to what it is for. */
export const secretPlace = (
  profileId: string,
  slot: SecretSlot,
  { record, target }: { record: string; target: SecretTarget },
): SecretPlace => ({ path: `${profileRecords(profileId)}${slot}/${record}`, target: targetText(target) });
