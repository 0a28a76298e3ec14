import { type BackendModule, createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languageOf, languages } from '../../electron/contract/languages.ts';

const files = import.meta.glob<Record<string, unknown>>(
  ['../../electron/locales/*/*.json', '!../../electron/locales/*/start.json'],
  { import: 'default' },
);

/** Loads one namespace of one language, when a page first asks for it. */
const localeFiles: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init: () => undefined,
  read: (language, namespace, callback) => {
    const load = files[`../../electron/locales/${language}/${namespace}.json`];
    if (!load) return callback(new Error(`No locale file for ${language}/${namespace}`), false);
    load().then(
      (texts) => callback(null, texts),
      (error: unknown) => callback(error instanceof Error ? error : String(error), false),
    );
  },
};

/** The language of the product that fits best what the system or the browser prefers (BCP 47 tags, best first). */
export const closestLanguage = (preferred: readonly string[]): Language =>
  preferred.map(languageOf).find((language) => language !== undefined) ?? 'en';

/**
 * Makes the translator of the pages. Every text exists in every language, so there is no fallback language. Throws
 * when the texts of the shell cannot be loaded: the page would show the names of its texts.
 */
export const createTranslations = async (language: Language): Promise<i18n> => {
  const translations = createInstance();
  await translations
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['shell'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  if (!translations.hasResourceBundle(language, 'shell'))
    throw new Error(`The texts of this page could not be loaded (${language})`);
  return translations;
};
