import { expect, it } from 'vitest';
import { allowedFields } from '../../../electron/hosts/jsonLog.ts';
import { sourceFiles } from '../rules/sourceFiles.ts';

const calls = sourceFiles('electron/**/*.ts').flatMap(({ name, text }) =>
  [...text.matchAll(/log\.(?:info|error)\(\s*'([\w.]+)',\s*\{([^}]*)\}/g)].map(
    ([, event = '', fields = '']) => ({
      name,
      event,
      fields: fields
        .split(',')
        .map((field) => field.split(':')[0]?.trim() ?? '')
        .filter(Boolean),
    }),
  ),
);

it('finds what is logged', () => {
  expect(calls.length).toBeGreaterThan(10);
});

it.each(calls)('$event in $name has only fields that the log writes', ({ fields }) => {
  expect(fields.filter((field) => !allowedFields.has(field))).toEqual([]);
});
