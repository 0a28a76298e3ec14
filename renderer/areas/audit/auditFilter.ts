import type { AuditFilter } from '../../../electron/contract/audit/entry.ts';

/** What a person sets above the list; days as the browser writes them, `2026-11-21`, empty: any. */
export type ChosenFilter = {
  text: string;
  from: string;
  until: string;
  outcome: AuditFilter['outcome'];
  operation: string | null;
};

export const nothingChosen: ChosenFilter = { text: '', from: '', until: '', outcome: null, operation: null };

/** Midnight of a day in the reader's time zone, so many days later; null for none, or for what is no day. */
const midnight = (day: string, daysLater: number): string | null => {
  const [, year, month, date] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const moment = new Date(Number(year), Number(month) - 1, Number(date) + daysLater);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
};

/** The filter as the program takes it; the last day is wholly in it. */
export const toAuditFilter = (chosen: ChosenFilter, userId: string | null): AuditFilter => ({
  ...{ userId, outcome: chosen.outcome, operation: chosen.operation, result: null },
  text: chosen.text.trim(),
  from: midnight(chosen.from, 0),
  until: midnight(chosen.until, 1),
});

/** True when it leaves nothing out. */
export const isEverything = ({ text, ...rest }: AuditFilter): boolean =>
  text === '' && Object.values(rest).every((value) => value === null);
