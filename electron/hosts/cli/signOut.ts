import { loadTranslator } from '../../locales/translate.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { openConsole } from './openConsole.ts';

/** `sign-out`: ends the session of `sign-in`; also where there is none any more. */
export const signOut: Command = async (invocation) => {
  const { client, caller, sessionFile, close } = await openConsole(invocation);
  try {
    caller.token = await sessionFile.read();
    await client.session.signOut();
    await sessionFile.remove();
  } finally {
    await close();
  }
  const translate = await loadTranslator(invocation.language, ['cli']);
  invocation.terminal.print(translate('cli:session.signedOut'));
  return exitCodes.passed;
};
