import type { Language } from '../../electron/contract/languages.ts';

/** Each language in its own words: whoever landed in the wrong one finds the way back. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
};
