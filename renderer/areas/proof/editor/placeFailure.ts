import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { describedError } from '../../../controls/describedError.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import type { ProvenForm } from './provenForm.ts';

/** Proofs and saves carry the form under `values`; the service's own checks name the field without it. */
const fieldName = (path: readonly (string | number)[]): string =>
  (path[0] === 'values' ? path.slice(1) : path).join('.');

/** Shows a refusal at the field that it is about; false when it is about none. */
export const placeFailure = <Form extends FieldValues>(
  form: UseFormReturn<Form>,
  { askForSecret, fieldOf = (_, path) => path }: Pick<ProvenForm<Form, unknown>, 'askForSecret' | 'fieldOf'>,
  error: unknown,
): boolean => {
  const failure = asFailure(error);
  if (failure.code === 'SECRET_REQUIRED') return askForSecret(form, fieldName(failure.data.path));
  if (failure.code !== 'INVALID_INPUT') return false;
  for (const issue of failure.data.issues)
    form.setError(fieldOf(form.getValues(), fieldName(issue.path)) as Path<Form>, describedError(issue));
  return failure.data.issues.length > 0;
};
