import type { SearchableSetting } from './searchableSetting.ts';

/** A setting with everything that it is called: labels in all languages and synonyms. Its keys are its own. */
export type NamedSetting = { setting: SearchableSetting; names: readonly string[] };

/** Lower case, without accents, and with dots, hyphens and spaces alike: `SMTP-Host` and `smtp host` are one. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.\-_’']+/g, ' ')
    .trim();

/** How well a name fits: 3 the same, 2 starts so, 1 holds every word, 0 not at all. */
const fit = (name: string, sought: string): number => {
  if (name === sought) return 3;
  if (name.startsWith(sought)) return 2;
  return sought.split(' ').every((word) => name.includes(word)) ? 1 : 0;
};

/** How well a key fits: 3 the same, 2 begins with these steps, 0 not at all. */
const keyFit = (key: string, sought: string): number => {
  if (key.toLowerCase() === sought) return 3;
  return sought.includes('.') && key.toLowerCase().startsWith(sought) ? 2 : 0;
};

/** Settings that `text` means, best first; none for an empty text. */
export const findSettings = (all: readonly NamedSetting[], text: string): SearchableSetting[] => {
  const sought = folded(text);
  const soughtKey = text.trim().toLowerCase();
  if (sought === '') return [];
  return all
    .map(({ setting, names }) => ({
      setting,
      rank: Math.max(
        ...names.map((name) => fit(folded(name), sought)),
        ...setting.keys.map((key) => keyFit(key, soughtKey)),
      ),
    }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ setting }) => setting);
};
