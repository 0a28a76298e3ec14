import { z } from 'zod';

/** Why a session ended. `elsewhere`: the user signed in anew, on another machine or through another door (U28). */
export const endReasons = [
  'signedOut',
  'elsewhere',
  'idle',
  'tooOld',
  'passwordChanged',
  'ended',
  'deactivated',
] as const;
export type EndReason = (typeof endReasons)[number];

/** `elsewhere`: where somebody signed in instead, if that is why and it is still known. */
export const sessionEndSchema = z.strictObject({
  reason: z.enum(endReasons),
  at: z.iso.datetime(),
  elsewhere: z.strictObject({ door: z.string(), machine: z.string() }).nullable(),
});
