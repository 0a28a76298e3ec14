import { describe, expect, it } from 'vitest';
import { daysUntil, stepOf } from '../../../../electron/services/ending/endingSteps.ts';

const day = 86_400_000;
const now = 1_000 * day;
const endingIn = (days: number, lifeDays: number | null = 365, isAge = false) =>
  stepOf({ endsAt: now + days * day, lifeMs: lifeDays === null ? null : lifeDays * day, isAge }, now);

describe('the step that an ending has reached', () => {
  it.each([
    [31, null],
    [30, 30],
    [14.5, 30],
    [14, 14],
    [7.1, 14],
    [7, 7],
    [1.01, 7],
    [1, 1],
    [0.1, 1],
    [0, 0],
    [-40, 0],
  ])('%d days before the end it is %s', (days, step) => {
    expect(endingIn(days)).toBe(step);
    expect(endingIn(days, null)).toBe(step);
  });

  it('is none in the first half of a short life', () => {
    expect(endingIn(29, 47)).toBeNull();
    expect(endingIn(14, 47)).toBe(14);
    expect(endingIn(6, 7)).toBeNull();
    expect(endingIn(1, 7)).toBe(1);
    expect(endingIn(0, 0.5)).toBe(0);
  });

  it('is only the last one where nothing happens on the day itself', () => {
    expect(endingIn(1, null, true)).toBeNull();
    expect(endingIn(0, null, true)).toBe(0);
  });
});

it('what is left of a day counts as a day', () => {
  expect([1.5, 1, 0.1, 0, -0.5].map((days) => daysUntil(now + days * day, now))).toEqual([2, 1, 1, 0, -0]);
});
