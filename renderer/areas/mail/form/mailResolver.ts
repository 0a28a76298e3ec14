import { type FieldErrors, get, type Resolver, set } from 'react-hook-form';
import { describedError } from '../../../controls/describedError.ts';
import { fromForm } from './fromForm.ts';
import type { MailForm } from './mailForm.ts';

/** Judges the form with the schema of the contract, as the service will. */
export const mailResolver: Resolver<MailForm> = (form) => {
  const { issues } = fromForm(form);
  if (issues.length === 0) return { values: form, errors: {} };
  const errors: FieldErrors<MailForm> = {};
  for (const issue of issues) {
    const name = issue.path.join('.');
    /** The first issue of a field says it best: an empty address is missing before it is malformed. */
    if (!get(errors, name)) set(errors, name, describedError(issue));
  }
  return { values: {}, errors };
};
