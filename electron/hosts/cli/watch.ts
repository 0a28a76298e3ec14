import { loadTranslator } from '../../locales/translate.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { dueOf, watchJsonLines, watchLines } from './watchLines.ts';
import { withConsole } from './withConsole.ts';

/** `watch`: looks at everything that is watched, once, and raises the alerts that are due. Ctrl+C closes every connection. */
export const watch: Command = async (invocation) => {
  const { options, language, terminal, signal } = invocation;
  const translate = await loadTranslator(language, ['watch', 'findings']);
  return withConsole(invocation, async ({ client }) => {
    const seen = await client.watch.runWatch(undefined, { signal });
    const lines = options.has('json') ? watchJsonLines(seen) : watchLines(seen, translate);
    for (const line of lines) terminal.print(line);
    return dueOf(seen) === 0 ? exitCodes.passed : exitCodes.due;
  });
};
