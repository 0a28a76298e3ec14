import type { FieldError } from 'react-hook-form';
import type { FieldIssue } from '../../electron/contract/failures.ts';

/** A field error that keeps what its text names; `type` is the code of `fieldErrors:codes.<code>`. */
export type DescribedError = FieldError & { parameters: FieldIssue['parameters'] };

/** Makes a form's error from a field issue of the contract, so that page and service speak with the same texts. */
export const describedError = ({ code, parameters }: FieldIssue): DescribedError => ({
  type: code,
  parameters,
});

/** What the text of `error` names; nothing when the form library made it itself. */
export const parametersOf = (error: FieldError): FieldIssue['parameters'] =>
  'parameters' in error ? (error as DescribedError).parameters : {};
