import { expect, it } from 'vitest';
import { z } from 'zod';
import { fieldIssues } from '../../../electron/contract/issues.ts';

const schema = z.strictObject({
  choice: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('smtp'), port: z.int() }),
    z.strictObject({ kind: z.literal('capture') }),
  ]),
});

it.each<[unknown, (string | number)[], string, object]>([
  [{}, ['choice'], 'required', {}],
  [{ choice: 'smtp' }, ['choice'], 'otherType', { expected: 'object' }],
  [{ choice: {} }, ['choice', 'kind'], 'notAChoice', { choices: 'smtp, capture' }],
  [{ choice: { kind: 'smpt' } }, ['choice', 'kind'], 'notAChoice', { choices: 'smtp, capture' }],
  [{ choice: { kind: 'smtp', port: '25' } }, ['choice', 'port'], 'wrongType', {}],
  [[], [], 'otherType', { expected: 'object' }],
])('%j is refused at %j as %s', (input, path, code, parameters) => {
  const issues = schema.safeParse(input).error?.issues ?? [];
  expect(fieldIssues(issues, input)).toEqual([{ path, code, parameters }]);
});
