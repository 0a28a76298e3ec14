import { type FieldErrors, type FieldValues, type Resolver, set } from 'react-hook-form';
import type { z } from 'zod';
import { fieldIssues } from '../../../electron/contract/issues.ts';
import { describedError } from '../../controls/describedError.ts';

/** Judges a form with a schema; the first issue of a field is the one that it shows. */
export const schemaResolver =
  <Form extends FieldValues>(schema: z.ZodType<Form>): Resolver<Form> =>
  (form) => {
    const parsed = schema.safeParse(form);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: FieldErrors<Form> = {};
    for (const issue of fieldIssues(parsed.error.issues).toReversed())
      set(errors, issue.path.join('.'), describedError(issue));
    return { values: {}, errors };
  };
