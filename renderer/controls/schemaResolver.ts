import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { fieldIssues } from '../../electron/contract/issues.ts';
import { issueErrors } from './issueErrors.ts';

/** Judges a form with a schema; the first issue of a field is the one that it shows. */
export const schemaResolver =
  <Form extends FieldValues>(schema: z.ZodType<Form>): Resolver<Form> =>
  (form) => {
    const parsed = schema.safeParse(form);
    return parsed.success
      ? { values: parsed.data, errors: {} }
      : { values: {}, errors: issueErrors<Form>(fieldIssues(parsed.error.issues)) };
  };
