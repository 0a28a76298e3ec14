import { z } from 'zod';

/** What ends, or has ended, at providers and in protocols (REQUIREMENTS N12). Its texts are `radar:endings.<code>`. */
export const endingCodes = [
  'exchangeOnlineBasicSmtp',
  'exchangeOnlineBasicMailbox',
  'exchangeOnlineEws',
  'highVolumeEmailBasic',
  'outlookComBasic',
  'googleLessSecureApps',
  'ropc',
  'implicitFlow',
  'oldTls',
  'exchangeServer2016And2019',
] as const;
export const endingCodeSchema = z.enum(endingCodes);
export type EndingCode = z.infer<typeof endingCodeSchema>;

/** What happens on a day of an ending. Its text is `radar:phases.<code>`. */
export const endingPhaseCodes = [
  'disabledByDefault',
  'removalAnnounced',
  'blockedInPhases',
  'off',
  'advisedAgainst',
  'supportEnded',
  'extendedSupportEnded',
] as const;
export const endingPhaseCodeSchema = z.enum(endingPhaseCodes);

/** `on`: the day, or where only a month or half a year was announced, its first or last day, as `code` says. */
export const endingPhaseSchema = z.strictObject({ code: endingPhaseCodeSchema, on: z.iso.date() });

/** `ahead`: nothing has happened yet; `begun`: a phase is reached; `over`: it has ended. */
export const endingStateSchema = z.enum(['ahead', 'begun', 'over']);
export type EndingState = z.infer<typeof endingStateSchema>;

export const endingSchema = z.strictObject({
  code: endingCodeSchema,
  state: endingStateSchema,
  /** The day on which it ends for good; null: none is announced. */
  endsOn: z.iso.date().nullable(),
  /** In the order of their days. */
  phases: z.array(endingPhaseSchema),
  /** Where that stands. */
  source: z.string(),
  /** The day on which somebody looked there. */
  checkedOn: z.iso.date(),
});
export type Ending = z.infer<typeof endingSchema>;
