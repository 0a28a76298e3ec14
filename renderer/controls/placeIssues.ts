import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { asFailure } from '../texts/asFailure.ts';
import { describedError } from './describedError.ts';

/**
 * Shows what a call refused at the fields that it is about, of several faults of one field the first; false when one is
 * about none of them.
 */
export const placeIssues = <Form extends FieldValues>(form: UseFormReturn<Form>, error: unknown): boolean => {
  const failure = asFailure(error);
  if (failure.code !== 'INVALID_INPUT') return false;
  const fields = Object.keys(form.getValues()) as Path<Form>[];
  const placed = failure.data.issues.toReversed().map((issue) => {
    const field = fields.find((name) => name === issue.path.at(-1));
    if (field) form.setError(field, describedError(issue), { shouldFocus: true });
    return field !== undefined;
  });
  return placed.length > 0 && placed.every(Boolean);
};
