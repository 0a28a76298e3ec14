import { expect, it } from 'vitest';
import { createMinuteGate } from '../../../electron/hosts/minuteGate.ts';

it('lets the same thing through once a minute', () => {
  let now = 0;
  const isNews = createMinuteGate(() => now, 2);
  expect([isNews('one'), isNews('one'), isNews('other')]).toEqual([true, false, true]);
  now += 60_000;
  expect(isNews('one')).toBe(true);
});

it('lets no flood of different things through', () => {
  const isNews = createMinuteGate(() => 0, 100);
  const passed = Array.from({ length: 1_000 }, (_, number) => isNews(String(number))).filter(Boolean);
  expect(passed).toHaveLength(100);
});
