import type { ExitCode } from './exitCode.ts';
import type { Invocation } from './command.ts';
import { type OpenConsole, openConsole } from './openConsole.ts';
import { readPassword } from './readPassword.ts';
import { warnOfPasswordChange } from './warnOfPasswordChange.ts';
import { unlockFromEnvironment } from './unlockFromEnvironment.ts';

/** Before there is an administrator nobody signs in: whoever started the program may do everything. */
const resume = async ({ client, caller, sessionFile }: OpenConsole): Promise<void> => {
  const { state } = await client.session.getSession();
  if (state === 'signedOut') caller.token = await sessionFile.read();
};

/**
 * Runs a command in the opened program as the user whom `--user` names, else as the one of the session file. Who signs in
 * for one command is signed out at its end.
 */
export const withConsole = async (
  invocation: Invocation,
  work: (console: OpenConsole) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const name = invocation.options.get('user');
  const password = name === undefined ? '' : await readPassword(name, invocation);
  const console = await openConsole(invocation);
  try {
    if (name === undefined) await resume(console);
    else await console.client.session.signIn({ name, password });
    await warnOfPasswordChange(console, invocation);
    await unlockFromEnvironment(console.client, invocation.environment);
    return await work(console);
  } finally {
    await console.close();
  }
};
