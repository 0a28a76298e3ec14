import { type FailureCode, failures, type FieldIssue, isFailure } from '../../contract/failures.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import type { Language } from '../../contract/languages.ts';
import { labelled } from './findingText.ts';
import { passwordVariable } from './readPassword.ts';
import { passphraseVariable } from './unlockFromEnvironment.ts';
import { UsageError } from './usageError.ts';

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

const fieldLine = (translate: Translate, { path, code, parameters }: FieldIssue): string => {
  const text = translate(`fieldErrors:codes.${code}`, plainParameters(parameters));
  return `  ${path.length > 0 ? labelled(translate, path.join('.'), text) : text}`;
};

const issuesOf = (data: unknown): FieldIssue[] =>
  failures.INVALID_INPUT.data.safeParse(data).data?.issues ?? [];

const pathOf = (data: unknown): string =>
  failures.SECRET_REQUIRED.data.safeParse(data).data?.path.join('.') ?? '';

/** What to do; at this door there is more to say of some refusals, or something else, than on a page. */
const adviceLines = (translate: Translate, code: FailureCode, data: unknown): string[] => {
  const advice = translate(`errors:codes.${code}.advice`, parametersOf(translate, data));
  const fields = issuesOf(data).map((issue) => fieldLine(translate, issue));
  if (fields.length > 0) return fields;
  if (code === 'VAULT_LOCKED') return [translate('cli:vaultLocked', { variable: passphraseVariable })];
  if (code === 'NOT_SIGNED_IN') return [translate('cli:session.notSignedIn', { variable: passwordVariable })];
  if (code === 'SECRET_REQUIRED') return [advice, translate('cli:secretRequired', { path: pathOf(data) })];
  return [advice];
};

const failureLines = (translate: Translate, code: FailureCode, data: unknown): string[] => {
  const title = translate(`errors:codes.${code}.title`, parametersOf(translate, data));
  return [labelled(translate, code, title), ...adviceLines(translate, code, data)];
};

const usageLines = (translate: Translate, { code, parameters }: UsageError): string[] => [
  translate(`cli:usage.${code}`, parameters),
  ...('suggestion' in parameters ? [translate('cli:help.suggestion', parameters)] : []),
  translate('cli:help.hint'),
];

/** What went wrong and what to do, in the language of the command. Null: not a refusal but a fault of the program. */
export const faultLines = async (error: unknown, language: Language): Promise<string[] | null> => {
  if (error instanceof UsageError) return usageLines(await loadTranslator(language, ['cli']), error);
  if (!isFailure(error)) return null;
  return failureLines(
    await loadTranslator(language, ['errors', 'fieldErrors', 'cli']),
    error.code,
    error.data,
  );
};
