import type { Language } from '../../../electron/contract/languages.ts';

/** When a message came, short enough for a list: the time today, the day before that. `moment` is ISO 8601. */
export const receivedTime = (moment: string, now: Date, language: Language): string => {
  const received = new Date(moment);
  const isToday = received.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    language,
    isToday ? { hour: '2-digit', minute: '2-digit' } : { dateStyle: 'short' },
  ).format(received);
};
