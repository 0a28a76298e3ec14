import type { UseFormReturn } from 'react-hook-form';
import { describedError } from '../../controls/describedError.ts';
import { asFailure } from '../../texts/asFailure.ts';
import type { MailForm } from './form/mailForm.ts';
import type { MailFieldName } from './useMailField.ts';

type Form = Pick<UseFormReturn<MailForm>, 'setError' | 'setValue'>;

const isSecretPath = (path: string): path is 'authentication.password' | 'arrival.password' =>
  path === 'authentication.password' || path === 'arrival.password';

const askForSecret = (form: Form, path: string): boolean => {
  if (!isSecretPath(path)) return false;
  form.setValue(`${path}.secret`, { action: 'set', value: '' }, { shouldDirty: true });
  form.setError(`${path}.secret.value`, { type: 'secretRequired' });
  return true;
};

/** Shows a refusal at the field that it is about; false when it is about none. */
export const placeFailure = (form: Form, error: unknown): boolean => {
  const failure = asFailure(error);
  if (failure.code === 'SECRET_REQUIRED') return askForSecret(form, failure.data.path.join('.'));
  if (failure.code !== 'INVALID_INPUT') return false;
  for (const issue of failure.data.issues) form.setError(fieldName(issue.path), describedError(issue));
  return failure.data.issues.length > 0;
};

/** Proofs and saves carry the form under `values`; the service's own checks name the field without it. */
const fieldName = (path: readonly (string | number)[]): MailFieldName =>
  (path[0] === 'values' ? path.slice(1) : path).join('.') as MailFieldName;
