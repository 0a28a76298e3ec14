import { describe, expect, it } from 'vitest';
import { contract } from '../../../../../electron/contract/contract.ts';
import { failures } from '../../../../../electron/contract/failures.ts';
import type { OperationMeta } from '../../../../../electron/contract/operation.ts';
import { attemptSchema } from '../../../../../electron/contract/users/userDetails.ts';
import audit from '../../../../../electron/locales/en/audit.json' with { type: 'json' };
import settings from '../../../../../electron/locales/en/settings.json' with { type: 'json' };

const areas: Record<string, Record<string, { '~orpc': { meta: OperationMeta } }>> = contract;
const audited = Object.entries(areas).flatMap(([area, each]) =>
  Object.entries(each)
    .filter(([, operation]) => operation['~orpc'].meta.audit !== null)
    .map(([name]) => [area, name] as const),
);

const own: Record<string, Record<string, string>> = audit.operations;
const shared: Record<string, Record<string, string>> = settings.operations;

describe('an entry of the audit is told in words', () => {
  it.each(audited)('what was done: %s.%s', (area, name) => {
    expect(own[area]?.[name] ?? shared[area]?.[name]).toBeTruthy();
  });

  it.each([
    'done',
    ...attemptSchema.shape.result.options,
    ...Object.keys(failures),
    'noAddress',
    'directoryUser',
    'tooOften',
  ])('how it ended: %s', (result) => expect(audit.results).toHaveProperty(result));
});
