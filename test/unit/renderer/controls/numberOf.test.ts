import { expect, it } from 'vitest';
import { z } from 'zod';
import { fieldIssues } from '../../../../electron/contract/issues.ts';
import { numberOf } from '../../../../renderer/controls/numberOf.ts';

it.each([
  ['', 'required'],
  ['-1', 'tooSmall'],
  ['1.5', 'wrongType'],
  ['eight', 'wrongType'],
])('a schema says what is wrong with what was typed: "%s"', (typed, code) => {
  const issues = z.int().min(1).safeParse(numberOf(typed), { reportInput: true }).error?.issues ?? [];
  expect(fieldIssues(issues).map((issue) => issue.code)).toEqual([code]);
});
