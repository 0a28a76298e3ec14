import { expect, it } from 'vitest';
import { nextPhase } from '../../../../../renderer/areas/mail/nextPhase.ts';

const phases = [
  { code: 'disabledByDefault', on: '2026-12-31' },
  { code: 'off', on: '2027-07-01' },
] as const;

it.each([
  ['2026-11-21', 'disabledByDefault'],
  ['2026-12-31', 'disabledByDefault'],
  ['2027-01-01', 'off'],
  ['2027-07-02', 'off'],
])('on %s it is: %s', (today, code) => {
  expect(nextPhase({ phases: [...phases] }, today)?.code).toBe(code);
});

it('is none where no day is known', () => {
  expect(nextPhase({ phases: [] }, '2026-11-21')).toBeUndefined();
});
