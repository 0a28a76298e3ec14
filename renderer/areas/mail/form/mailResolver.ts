import type { Resolver } from 'react-hook-form';
import { issueErrors } from '../../../controls/issueErrors.ts';
import { fromForm } from './fromForm.ts';
import type { MailForm } from './mailForm.ts';

/** Judges the form with the schema of the contract, as the service will. */
export const mailResolver: Resolver<MailForm> = (form) => {
  const { issues } = fromForm(form);
  return issues.length === 0
    ? { values: form, errors: {} }
    : { values: {}, errors: issueErrors<MailForm>(issues) };
};
