import { dayMs } from '../../electron/contract/dayMs.ts';
import type { Language } from '../../electron/contract/languages.ts';

/** Makes it once for each language: it takes far longer to make a formatter than to use it, and lists use it in every row. */
const perLanguage = <Formatter>(make: (language: Language) => Formatter) => {
  const made = new Map<Language, Formatter>();
  return (language: Language): Formatter => {
    const formatter = made.get(language) ?? make(language);
    made.set(language, formatter);
    return formatter;
  };
};

const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((language) => new Intl.DateTimeFormat(language, options));

const toTheMinute = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });
const toTheSecond = dateFormat({ dateStyle: 'medium', timeStyle: 'medium' });
const utcToTheSecond = dateFormat({ dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const dayAlone = dateFormat({ dateStyle: 'medium' });
const timeAlone = dateFormat({ timeStyle: 'short' });
const dayName = perLanguage((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

const startOfDay = (time: Date): number => new Date(time).setHours(0, 0, 0, 0);

/** Whole days from `now` to `then` in the reader's time zone; days of 23 and 25 hours count as one. */
const daysBetween = (now: Date, then: Date): number =>
  Math.round((startOfDay(then) - startOfDay(now)) / dayMs);

/** `moment` (ISO 8601) to the minute, as told at `now` (ms since 1970): `yesterday, 11:05 PM`; before that its date. */
export const nearTime = (moment: string, now: number, language: Language): string => {
  const then = new Date(moment);
  const days = daysBetween(new Date(now), then);
  if (days !== 0 && days !== -1) return toTheMinute(language).format(then);
  return `${dayName(language).format(days, 'day')}, ${timeAlone(language).format(then)}`;
};

/** Date and time of `moment` (ISO 8601) in the reader's time zone, to the second. */
export const exactTime = (moment: string, language: Language): string =>
  toTheSecond(language).format(new Date(moment));

/** Date and time of `moment` (ISO 8601) in UTC, to the second. */
export const exactUtcTime = (moment: string, language: Language): string =>
  utcToTheSecond(language).format(new Date(moment));

/** The day of `moment` (ISO 8601). */
export const exactDay = (moment: string, language: Language): string =>
  dayAlone(language).format(new Date(moment));

/** A moment of a day (`YYYY-MM-DD`) that is the same day nearly everywhere. */
export const noonOf = (day: string): string => `${day}T12:00:00.000Z`;

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
