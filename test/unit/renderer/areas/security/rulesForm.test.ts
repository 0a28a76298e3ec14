import { describe, expect, it } from 'vitest';
import { newSignInRules } from '../../../../../electron/contract/security/defaultSignInRules.ts';
import { flagStandards, numberFacts } from '../../../../../renderer/areas/security/rules/ruleFacts.ts';
import { fromForm, meanTheSame, toForm } from '../../../../../renderer/areas/security/rules/rulesForm.ts';
import { ruleSections } from '../../../../../renderer/areas/security/rules/ruleSections.ts';

const form = toForm(newSignInRules);
const withLength = (minimumLength: string) => ({ ...form, passwords: { ...form.passwords, minimumLength } });

describe('the form of the rules', () => {
  it('means what it was made from', () => expect(fromForm(form).rules).toEqual(newSignInRules));

  it('means the same however a number is typed', () => {
    expect(meanTheSame(withLength('015'), form)).toBe(true);
    expect(meanTheSame(withLength('16'), form)).toBe(false);
  });

  it.each([
    ['', 'required'],
    ['0', 'tooSmall'],
    ['257', 'tooBig'],
    ['8.5', 'wrongType'],
    ['many', 'wrongType'],
  ])('refuses %j as a length at its field: %s', (typed, code) => {
    expect(fromForm(withLength(typed)).issues).toMatchObject([
      { path: ['passwords', 'minimumLength'], code },
    ]);
  });
});

const leaves = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [path];

describe('the page', () => {
  it('shows every rule there is, once', () => {
    const shown = ruleSections.flatMap(({ rules }) => rules);
    expect(shown.toSorted()).toEqual(leaves(newSignInRules).toSorted());
    expect(Object.keys({ ...flagStandards, ...numberFacts }).toSorted()).toEqual(shown.toSorted());
  });

  it('knows the range of every number', () => {
    for (const { range, standard } of Object.values(numberFacts)) {
      expect(range.minValue).toBeLessThanOrEqual(standard);
      expect(range.maxValue).toBeGreaterThan(standard);
      expect(range.maxValue).toBeLessThan(100_000);
    }
  });
});
