import { type FailureCode, failures, type FieldIssue } from '../contract/failures.ts';
import type { Translate } from '../locales/translate.ts';

const plainParameters = (data: unknown): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(data ?? {}).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );

/** The plain values of a failure's data; a reason as its text. */
const parametersOf = (translate: Translate, data: unknown): Record<string, string | number> => {
  const { reason, ...others } = plainParameters(data);
  return reason === undefined ? others : { ...others, reason: translate(`errors:reasons.${reason}`) };
};

const issuesOf = (data: unknown): FieldIssue[] =>
  failures.INVALID_INPUT.data.safeParse(data).data?.issues ?? [];

/** What is wrong with one field; the path is empty for the input as a whole. */
export type FieldText = { path: string; text: string };

export type FailureText = { title: string; advice: string; fields: FieldText[] };

/** What a failure of the contract says to people. `translate` knows the namespaces `errors` and `fieldErrors`. */
export const failureText = (translate: Translate, code: FailureCode, data: unknown): FailureText => {
  const parameters = parametersOf(translate, data);
  return {
    title: translate(`errors:codes.${code}.title`, parameters),
    advice: translate(`errors:codes.${code}.advice`, parameters),
    fields: issuesOf(data).map((issue) => ({
      path: issue.path.join('.'),
      text: translate(`fieldErrors:codes.${issue.code}`, plainParameters(issue.parameters)),
    })),
  };
};
