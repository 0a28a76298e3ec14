import { type FailureCode, failures, isFailure } from '../../contract/failures.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import type { Language } from '../../contract/languages.ts';
import { findingOf } from '../../services/directory/people/unreachableFinding.ts';
import { type FailureText, failureText, type FieldText } from '../failureText.ts';
import { findingLines, labelled } from './findingText.ts';
import { passwordVariable } from './readPassword.ts';
import { passphraseVariable } from './unlockFromEnvironment.ts';
import { UsageError } from './usageError.ts';

const fieldLine = (translate: Translate, { path, text }: FieldText): string =>
  `  ${path === '' ? text : labelled(translate, path, text)}`;

const pathOf = (data: unknown): string =>
  failures.SECRET_REQUIRED.data.safeParse(data).data?.path.join('.') ?? '';

/** What to do; at this door there is more to say of some refusals, or something else, than on a page. */
const adviceLines = (
  translate: Translate,
  code: FailureCode,
  data: unknown,
  { advice, fields }: FailureText,
): string[] => {
  if (fields.length > 0) return fields.map((field) => fieldLine(translate, field));
  if (code === 'VAULT_LOCKED') return [translate('cli:vaultLocked', { variable: passphraseVariable })];
  if (code === 'NOT_SIGNED_IN') return [translate('cli:session.notSignedIn', { variable: passwordVariable })];
  if (code === 'SECRET_REQUIRED') return [advice, translate('cli:secretRequired', { path: pathOf(data) })];
  return [advice];
};

const usageLines = (translate: Translate, { code, parameters }: UsageError): string[] => [
  translate(`cli:usage.${code}`, parameters),
  ...('suggestion' in parameters ? [translate('cli:help.suggestion', parameters)] : []),
  translate('cli:help.hint'),
];

/** What went wrong and what to do, as a proof says it where there is a finding, in the language of the command. Null: not a refusal but a fault of the program. */
export const faultLines = async (error: unknown, language: Language): Promise<string[] | null> => {
  if (error instanceof UsageError) return usageLines(await loadTranslator(language, ['cli']), error);
  if (!isFailure(error)) return null;
  const { code, data } = error;
  const finding = findingOf(error);
  const more = finding ? ['findings', 'proof'] : [];
  const translate = await loadTranslator(language, ['errors', 'fieldErrors', 'cli', ...more]);
  const text = failureText(translate, code, data);
  const advice = finding ? findingLines(translate, finding) : adviceLines(translate, code, data, text);
  return [labelled(translate, code, text.title), ...advice];
};
