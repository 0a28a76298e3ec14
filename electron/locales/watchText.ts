import type { WatchedThing } from '../contract/watch/watch.ts';
import type { Translate } from './translate.ts';

const certificateText = (
  thing: WatchedThing,
  translate: Translate,
  dayText: (moment: string) => string,
): string => {
  const { endsAt, kind, isShortLived } = thing;
  if (endsAt !== null) {
    const detail = isShortLived ? 'shortLived' : 'certificate';
    return translate(`watch:details.${detail}`, { day: dayText(endsAt) });
  }
  return translate(kind === 'domain' ? 'watch:details.located' : 'watch:details.plain');
};

const isServer = ({ kind }: WatchedThing): boolean =>
  ['relay', 'mailbox', 'domain', 'controller'].includes(kind);

/**
 * What is known of a watched thing, in a few words. @param translate knows the texts of the watch and of findings. @param dayText
 * writes the day of a moment (ISO 8601).
 */
export const watchText = (
  thing: WatchedThing,
  translate: Translate,
  dayText: (moment: string) => string,
): string => {
  const { finding, endsAt, since, state } = thing;
  if (state === 'unseen') return translate('watch:details.unseen');
  if (finding !== null) return translate(`findings:${finding}.title`);
  if (isServer(thing)) return certificateText(thing, translate, dayText);
  if (since !== null) return translate('watch:details.since', { day: dayText(since) });
  if (endsAt === null) return translate('watch:details.unknown');
  return translate('watch:details.ends', { day: dayText(endsAt) });
};
