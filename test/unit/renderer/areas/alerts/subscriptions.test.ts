import { expect, it } from 'vitest';
import { wantTheSame, withRhythm } from '../../../../../renderer/areas/alerts/subscriptions.ts';

it('puts a rhythm in, changes it and takes it out again', () => {
  const daily = withRhythm({ Warn: 'atOnce' }, 'Error', 'daily');
  expect(daily).toEqual({ Warn: 'atOnce', Error: 'daily' });
  expect(withRhythm(daily, 'Error', 'atOnce')).toEqual({ Warn: 'atOnce', Error: 'atOnce' });
  expect(withRhythm(daily, 'Error', 'never')).toEqual({ Warn: 'atOnce' });
});

it('compares what is wanted, in whatever order it was chosen', () => {
  expect(wantTheSame({ Warn: 'atOnce', Error: 'daily' }, { Error: 'daily', Warn: 'atOnce' })).toBe(true);
  expect(wantTheSame({ Warn: 'atOnce' }, {})).toBe(false);
  expect(wantTheSame({ Warn: 'atOnce' }, { Warn: 'daily' })).toBe(false);
});
