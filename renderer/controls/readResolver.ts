import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { FieldIssue } from '../../electron/contract/failures.ts';
import { fieldIssues } from '../../electron/contract/issues.ts';
import { issueErrors } from './issueErrors.ts';

/** What a form means: the values that are sent, or what is wrong with which field. */
export type ReadForm<Values> = { values: Values; issues: [] } | { values: null; issues: FieldIssue[] };

/** Judges what a form holds, in the shape of the contract, with the contract's schema. */
export const readForm = <Values>(schema: z.ZodType<Values>, candidate: unknown): ReadForm<Values> => {
  const result = schema.safeParse(candidate, { reportInput: true });
  return result.success
    ? { values: result.data, issues: [] }
    : { values: null, issues: fieldIssues(result.error.issues) };
};

/** What was read, unless these issues are found in it. */
export const withIssues = <Values>({ values }: ReadForm<Values>, issues: FieldIssue[]): ReadForm<Values> =>
  values !== null && issues.length === 0 ? { values, issues: [] } : { values: null, issues };

/** Judges a form by what it is read as: with the schema of the contract, as the service will. */
export const readResolver =
  <Form extends FieldValues>(read: (form: Form) => { issues: readonly FieldIssue[] }): Resolver<Form> =>
  (form) => {
    const { issues } = read(form);
    return issues.length === 0
      ? { values: form, errors: {} }
      : { values: {}, errors: issueErrors<Form>(issues) };
  };
