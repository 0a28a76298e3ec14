import type { Watch } from '../../contract/watch/watch.ts';
import type { Translate } from '../../locales/translate.ts';
import { watchText } from '../../locales/watchText.ts';

/** In UTC, as scripts read it. */
const dayText = (moment: string): string => moment.slice(0, 10);

/** How many things need somebody's attention; what nobody has looked at yet is none of them. */
export const dueOf = ({ things }: Watch): number =>
  things.filter(({ state }) => state !== 'well' && state !== 'unseen').length;

/** For a program: a thing on each line, then the result. */
export const watchJsonLines = (watch: Watch): string[] =>
  [...watch.things, { result: dueOf(watch) === 0 ? 'well' : 'due', checkedAt: watch.checkedAt }].map((line) =>
    JSON.stringify(line),
  );

const summaryOf = (watch: Watch, translate: Translate): string => {
  const due = dueOf(watch);
  const count = watch.things.filter(({ state }) => state !== 'unseen').length;
  if (due > 0) return translate('watch:summary.due', { count: due });
  return watch.things.length === 0
    ? translate('watch:summary.nothing')
    : translate('watch:summary.well', { count });
};

/** For people: a thing on each line, then what they come to. @param translate knows the texts of the watch and of findings. */
export const watchLines = (watch: Watch, translate: Translate): string[] => [
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
