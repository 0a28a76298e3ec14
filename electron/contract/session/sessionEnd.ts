import { z } from 'zod';

/** Why a session ended. `elsewhere`: the user signed in on another machine (U28). */
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

/** `machine`: where somebody signed in instead, if that is why. */
export const sessionEndSchema = z.strictObject({
  reason: z.enum(endReasons),
  at: z.iso.datetime(),
  machine: z.string().nullable(),
});
