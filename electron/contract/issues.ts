import type { z } from 'zod';
import type { FieldIssue } from './failures.ts';

type Parameters = FieldIssue['parameters'];
type Described = { code: string; parameters: Parameters };

const sizeIssue = (code: 'tooSmall' | 'tooBig', origin: string, limit: number | bigint): Described => {
  if (origin === 'string') {
    return code === 'tooSmall' && Number(limit) <= 1
      ? { code: 'required', parameters: {} }
      : { code: code === 'tooSmall' ? 'tooShort' : 'tooLong', parameters: { limit: Number(limit) } };
  }
  return { code, parameters: { limit: Number(limit) } };
};

/** zod leaves the refused value out of its issues unless `reportInput` asks for it. */
const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (owner, step) =>
      typeof owner === 'object' && owner !== null && Object.hasOwn(owner, step)
        ? (owner as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );

const typeIssue = (expected: string): Described =>
  expected === 'int' || expected === 'number'
    ? { code: 'wrongType', parameters: {} }
    : { code: 'otherType', parameters: { expected } };

const choiceIssue = (choices: readonly unknown[]): Described => ({
  code: 'notAChoice',
  parameters: { choices: choices.map(String).join(', ') },
});

const describe = (issue: z.core.$ZodIssue, input: unknown): Described => {
  switch (issue.code) {
    case 'too_small':
      return sizeIssue('tooSmall', issue.origin, issue.minimum);
    case 'too_big':
      return sizeIssue('tooBig', issue.origin, issue.maximum);
    case 'invalid_type':
      return (issue.input ?? valueAt(input, issue.path)) === undefined
        ? { code: 'required', parameters: {} }
        : typeIssue(issue.expected);
    case 'invalid_value':
      return choiceIssue(issue.values);
    case 'invalid_union':
      return 'options' in issue && issue.options
        ? choiceIssue(issue.options)
        : { code: 'invalid', parameters: {} };
    case 'unrecognized_keys':
      return { code: 'unknownField', parameters: { fields: issue.keys.join(', ') } };
    case 'custom':
      return { code: String(issue.params?.['code'] ?? 'invalid'), parameters: {} };
    default:
      return { code: 'invalid', parameters: {} };
  }
};

/**
 * Turns the issues of zod into the field issues of the contract: path, code, and the numbers that the text names.
 * `input` is what was checked; not needed after `reportInput`. The text is `fieldErrors:codes.<code>` in the locale files;
 * zod's own English sentences are never shown.
 */
export const fieldIssues = (issues: readonly z.core.$ZodIssue[], input?: unknown): FieldIssue[] =>
  issues.map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    ...describe(issue, input),
  }));
