import { loadTranslator } from '../../locales/translate.ts';
import type { Invocation } from './command.ts';
import type { OpenConsole } from './openConsole.ts';

/** Says of a password that has to be replaced that until then nothing else is allowed. */
export const warnOfPasswordChange = async (
  { client }: Pick<OpenConsole, 'client'>,
  { terminal, language }: Invocation,
): Promise<void> => {
  const { state } = await client.session.getSession();
  if (state !== 'mustChangePassword') return;
  const translate = await loadTranslator(language, ['cli']);
  terminal.complain(translate('cli:session.mustChangePassword'));
};
