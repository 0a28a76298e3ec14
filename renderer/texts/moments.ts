import type { Language } from '../../electron/contract/languages.ts';

const steps: readonly { unit: Intl.RelativeTimeFormatUnit; seconds: number }[] = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
];

/** How long ago `moment` (ISO 8601) was at `now` (ms since 1970): `5 minutes ago`, `vor 2 Tagen`. */
export const relativeTime = (moment: string, now: number, language: Language): string => {
  const seconds = (Date.parse(moment) - now) / 1_000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  return step ? format.format(Math.round(seconds / step.seconds), step.unit) : format.format(0, 'second');
};

/** Date and time of `moment` (ISO 8601) in the reader's time zone, to the second. */
export const exactTime = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(moment));

/** The day of `moment` (ISO 8601). */
export const exactDay = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(moment));

/** A duration in ms as a person reads it: `3 ms`, `1.2 s`. */
export const duration = (milliseconds: number, language: Language): string => {
  const inSeconds = milliseconds >= 1_000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inSeconds ? 'second' : 'millisecond',
    unitDisplay: 'short',
    maximumFractionDigits: inSeconds ? 1 : 0,
  }).format(inSeconds ? milliseconds / 1_000 : milliseconds);
};
