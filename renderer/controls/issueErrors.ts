import { type FieldErrors, type FieldValues, get, set } from 'react-hook-form';
import type { FieldIssue } from '../../electron/contract/failures.ts';
import { describedError } from './describedError.ts';

/**
 * The errors of a form from the issues of its schema, each at its field. The first issue of a field says it best: an
 * empty address is missing before it is malformed.
 */
export const issueErrors = <Form extends FieldValues>(issues: readonly FieldIssue[]): FieldErrors<Form> => {
  const errors: FieldErrors<Form> = {};
  for (const issue of issues) {
    const name = issue.path.join('.');
    if (!get(errors, name)) set(errors, name, describedError(issue));
  }
  return errors;
};
