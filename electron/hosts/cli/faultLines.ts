import { type FailureCode, failures, isFailure } from '../../contract/failures.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import type { Language } from '../../contract/languages.ts';
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

const fieldLines = (translate: Translate, data: unknown): string[] =>
  (failures.INVALID_INPUT.data.safeParse(data).data?.issues ?? []).map(
    ({ path, code, parameters }) =>
      `  ${path.join('.') || '.'}: ${translate(`fieldErrors:codes.${code}`, plainParameters(parameters))}`,
  );

const failureLines = (translate: Translate, code: FailureCode, data: unknown): string[] => {
  const parameters = parametersOf(translate, data);
  const title = `${code}: ${translate(`errors:codes.${code}.title`, parameters)}`;
  if (code === 'VAULT_LOCKED') return [title, translate('cli:vaultLocked', { variable: passphraseVariable })];
  const fields = fieldLines(translate, data);
  return [title, ...(fields.length > 0 ? fields : [translate(`errors:codes.${code}.advice`, parameters)])];
};

/** What went wrong and what to do, in the language of the command. Null: not a refusal but a fault of the program. */
export const faultLines = async (error: unknown, language: Language): Promise<string[] | null> => {
  if (error instanceof UsageError) {
    const translate = await loadTranslator(language, ['cli']);
    return [translate(`cli:usage.${error.code}`, error.parameters), translate('cli:help.hint')];
  }
  if (!isFailure(error)) return null;
  return failureLines(
    await loadTranslator(language, ['errors', 'fieldErrors', 'cli']),
    error.code,
    error.data,
  );
};
