import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../../electron/protocols/http/retryAfter.ts';

const now = new Date('2026-11-20T10:00:00.500Z');

describe('how long a server wants to be left alone', () => {
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 10:02:00 GMT', 120],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['Fri Nov 20 10:02:00 2026', 120],
    ['Sat Nov  7 10:00:00 2026', 0],
    ['Friday, 20-Nov-26 10:02:00 GMT', 120],
    ['Fri, never', null],
    ['Fri never', null],
    ['-5', null],
    ['1.5', null],
    ['2026', 2_026],
    ['soon', null],
    [undefined, null],
  ])('%j is %j seconds', (field, seconds) => {
    expect(retryAfterSeconds(field, now)).toBe(seconds);
  });
});
