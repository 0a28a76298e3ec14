import { loadTranslator } from '../../locales/translate.ts';
import type { InProcessClient } from '../inProcessClient.ts';
import type { Command, Invocation } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { openConsole } from './openConsole.ts';
import { readPassword } from './readPassword.ts';
import { UsageError } from './usageError.ts';
import { warnOfPasswordChange } from './warnOfPasswordChange.ts';

type Enter = (session: InProcessClient['session']) => Promise<unknown>;

/** By name and password, or as whom this program runs. */
const wayIn = async (invocation: Invocation): Promise<Enter> => {
  const { options } = invocation;
  const name = options.get('user');
  if (options.has('windows') === (name !== undefined)) throw new UsageError('missingUser');
  if (name === undefined) return (session) => session.signInAsWindowsUser();
  const password = await readPassword(name, invocation);
  return (session) => session.signIn({ name, password });
};

/** `sign-in`: the commands that follow are those of this user. Who was signed in here before is signed out. */
export const signIn: Command = async (invocation) => {
  const { terminal, language } = invocation;
  const enter = await wayIn(invocation);
  const console = await openConsole(invocation);
  const { client, caller, sessionFile } = console;
  let user = '';
  try {
    caller.token = await sessionFile.read();
    await enter(client.session);
    if (caller.token !== null) await sessionFile.write(caller.token);
    ({ user } = await client.session.getSession());
    await warnOfPasswordChange(console, invocation);
  } finally {
    await console.close();
  }
  const translate = await loadTranslator(language, ['cli']);
  terminal.print(translate('cli:session.signedIn', { user }));
  return exitCodes.passed;
};
