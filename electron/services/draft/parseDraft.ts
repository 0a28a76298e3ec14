import type { z } from 'zod';
import { fail, type FieldIssue } from '../../contract/failures.ts';
import { fieldIssues } from '../../contract/issues.ts';
import { readJson } from '../../protocols/text/readJson.ts';
import { scanJson } from '../../protocols/text/scanJson.ts';

const refuse = (issues: FieldIssue[]) => fail('INVALID_INPUT', { issues });

/**
 * What a draft file (JSON text) says. INVALID_INPUT names each fault by its path in the file; `json`: it is none, from `line` and
 * `column` on; `givenTwice`: of two fields with one name the engine would drop the first.
 */
export const parseDraft = <Draft>(text: string, schema: z.ZodType<Draft>): Draft => {
  const { fault, repeated } = scanJson(text);
  if (fault) throw refuse([{ path: [], code: 'json', parameters: fault }]);
  if (repeated) throw refuse([{ path: repeated, code: 'givenTwice', parameters: {} }]);
  const draft = readJson(text);
  const result = schema.safeParse(draft);
  if (!result.success) throw refuse(fieldIssues(result.error.issues, draft));
  return result.data;
};
