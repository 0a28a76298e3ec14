import type { Watch } from '../../contract/watch/watch.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import { watchText } from '../../locales/watchText.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { withConsole } from './withConsole.ts';

/** In UTC, as scripts read it. */
const dayText = (moment: string): string => moment.slice(0, 10);

const dueOf = ({ things }: Watch): number =>
  things.filter(({ state }) => state !== 'well' && state !== 'unseen').length;

const jsonLines = (watch: Watch): string[] =>
  [...watch.things, { result: dueOf(watch) === 0 ? 'well' : 'due', checkedAt: watch.checkedAt }].map((line) =>
    JSON.stringify(line),
  );

const summaryOf = (watch: Watch, translate: Translate): string => {
  const due = dueOf(watch);
  const count = watch.things.filter(({ state }) => state !== 'unseen').length;
  if (due > 0) return translate('watch:summary.due', { count: due });
  return count === 0 ? translate('watch:summary.nothing') : translate('watch:summary.well', { count });
};

const lines = (watch: Watch, translate: Translate): string[] => [
  ...watch.things.map((thing) =>
    translate('watch:line', {
      state: translate(`watch:states.${thing.state}`),
      name: thing.name,
      kind: translate(`watch:kinds.${thing.kind}`),
      detail: watchText(thing, translate, dayText),
    }),
  ),
  summaryOf(watch, translate),
];

/** `watch`: looks at everything that is watched, once, and raises the alerts that are due. Ctrl+C closes every connection. */
export const watch: Command = async (invocation) => {
  const { options, language, terminal, signal } = invocation;
  const translate = await loadTranslator(language, ['watch', 'findings']);
  return withConsole(invocation, async ({ client }) => {
    const seen = await client.watch.runWatch(undefined, { signal });
    for (const line of options.has('json') ? jsonLines(seen) : lines(seen, translate)) terminal.print(line);
    return dueOf(seen) === 0 ? exitCodes.passed : exitCodes.due;
  });
};
