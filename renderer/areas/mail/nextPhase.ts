import type { Ending } from '../../../electron/contract/mail/radar.ts';

/** The next day on which something of an ending happens, else the last one; none: no day is known. @param today `YYYY-MM-DD`. */
export const nextPhase = (
  { phases }: Pick<Ending, 'phases'>,
  today: string,
): Ending['phases'][number] | undefined => phases.find(({ on }) => on >= today) ?? phases.at(-1);

/** Today, as `YYYY-MM-DD`. */
export const todayText = (): string => new Date().toISOString().slice(0, 10);
