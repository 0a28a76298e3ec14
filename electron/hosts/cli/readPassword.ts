import { loadTranslator } from '../../locales/translate.ts';
import type { Invocation } from './command.ts';
import { readGivenText } from './readGivenText.ts';
import { UsageError } from './usageError.ts';

/** Name of the environment variable with the password of the user who signs in, for scripts. */
export const passwordVariable = 'RELAY_CONSOLE_PASSWORD';

/** Standard input is something else already. */
const isTaken = ({ options }: Invocation): boolean =>
  options.get('input') === '-' || options.get('draft') === '-';

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? '';

const readInput = async (user: string, invocation: Invocation): Promise<string> => {
  const { terminal, language, signal } = invocation;
  if (!terminal.askHidden) return firstLine(await readGivenText('-', invocation));
  const translate = await loadTranslator(language, ['cli']);
  return terminal.askHidden(translate('cli:session.askPassword', { user }), signal);
};

/**
 * The password of a user: from the environment, else from standard input, where a terminal does not show it. Never from
 * an argument: every user of the machine sees those. Throws UsageError when there is none.
 */
export const readPassword = async (user: string, invocation: Invocation): Promise<string> => {
  const given = invocation.environment[passwordVariable];
  const password = given || (isTaken(invocation) ? '' : await readInput(user, invocation));
  if (password === '') throw new UsageError('missingPassword', { user, variable: passwordVariable });
  return password;
};
