import { expect, it } from 'vitest';
import { auditFilterSchema } from '../../../../../electron/contract/audit/entry.ts';
import {
  isEverything,
  nothingChosen,
  toAuditFilter,
} from '../../../../../renderer/areas/audit/auditFilter.ts';

it('is everything while nothing is chosen', () => {
  expect(isEverything(toAuditFilter(nothingChosen, null))).toBe(true);
  expect(isEverything(toAuditFilter({ ...nothingChosen, text: '  ' }, null))).toBe(true);
  expect(isEverything(toAuditFilter({ ...nothingChosen, outcome: 'refused' }, null))).toBe(false);
  expect(isEverything(toAuditFilter(nothingChosen, 'anna'))).toBe(false);
});

it('takes the last day whole, in the time zone of the reader', () => {
  const day = { from: '2026-03-29', until: '2026-03-29' };
  const filter = auditFilterSchema.parse(toAuditFilter({ ...nothingChosen, ...day }, null));
  expect(filter.from).toBe(new Date(2026, 2, 29).toISOString());
  expect(filter.until).toBe(new Date(2026, 2, 30).toISOString());
});

it('leaves out what is no day', () => {
  expect(toAuditFilter({ ...nothingChosen, from: '2026-', until: 'x' }, null)).toMatchObject({
    ...{ from: null, until: null },
  });
});
