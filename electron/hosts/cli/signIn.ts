import { loadTranslator } from '../../locales/translate.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { openConsole } from './openConsole.ts';
import { readPassword } from './readPassword.ts';
import { UsageError } from './usageError.ts';
import { warnOfPasswordChange } from './warnOfPasswordChange.ts';

/** `sign-in`: the commands that follow are those of this user. Who was signed in here before is signed out. */
export const signIn: Command = async (invocation) => {
  const { options, terminal, language } = invocation;
  const name = options.get('user');
  if (name === undefined) throw new UsageError('missingUser');
  const password = await readPassword(name, invocation);
  const console = await openConsole(invocation);
  const { client, caller, sessionFile } = console;
  try {
    caller.token = await sessionFile.read();
    await client.session.signIn({ name, password });
    if (caller.token !== null) await sessionFile.write(caller.token);
    await warnOfPasswordChange(console, invocation);
  } finally {
    await console.close();
  }
  const translate = await loadTranslator(language, ['cli']);
  terminal.print(translate('cli:session.signedIn', { user: name }));
  return exitCodes.passed;
};
