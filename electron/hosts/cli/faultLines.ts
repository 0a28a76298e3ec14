import { failures, isFailure } from '../../contract/failures.ts';
import { loadTranslator } from '../../locales/translate.ts';
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

/** What went wrong and what to do, in the language of the command. Null: not a refusal but a fault of the program. */
export const faultLines = async (error: unknown, language: Language): Promise<string[] | null> => {
  if (error instanceof UsageError) {
    const translate = await loadTranslator(language, ['cli']);
    return [translate(`cli:usage.${error.code}`, error.parameters), translate('cli:help.hint')];
  }
  if (!isFailure(error)) return null;
  const translate = await loadTranslator(language, ['errors', 'fieldErrors', 'cli']);
  const parameters = plainParameters(error.data);
  if (parameters['reason'] !== undefined)
    parameters['reason'] = translate(`errors:reasons.${parameters['reason']}`);
  const data = plainParameters(error.data);
  const reason =
    data['reason'] === undefined ? {} : { reason: translate(`errors:reasons.${data['reason']}`) };
  const say = (part: string): string =>
    translate(`errors:codes.${error.code}.${part}`, { ...data, ...reason });
  const input = failures.INVALID_INPUT.data.safeParse(error.data);
  const fields = (input.data?.issues ?? []).map(
    ({ path, code, parameters }) =>
      `  ${path.join('.') || '.'}: ${translate(`fieldErrors:codes.${code}`, plainParameters(parameters))}`,
  );
  const advice =
    error.code === 'VAULT_LOCKED'
      ? translate('cli:vaultLocked', { variable: passphraseVariable })
      : say('advice');
  return [`${error.code}: ${say('title')}`, ...(fields.length > 0 ? fields : [advice])];
};
