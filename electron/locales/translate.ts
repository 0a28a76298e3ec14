import { createInstance } from 'i18next';
import { z } from 'zod';
import type { Language } from '../contract/languages.ts';

/** Gives the text of a key (`namespace:key`, or a key of the first namespace), with parameters put in. */
export type Translate = (key: string, parameters?: Readonly<Record<string, string | number>>) => string;

const fileSchema = z.object({ default: z.record(z.string(), z.unknown()) });

const loadTexts = async (language: Language, namespace: string): Promise<Record<string, unknown>> =>
  fileSchema.parse(await import(`./${language}/${namespace}.json`, { with: { type: 'json' } })).default;

/**
 * Loads the texts of some namespaces (names of the files beside this one) in one language, for what is written
 * outside the pages: reports, mails, the command line. A key that is not there comes back as it is.
 */
export const loadTranslator = async (
  language: Language,
  namespaces: readonly [string, ...string[]],
): Promise<Translate> => {
  const texts = await Promise.all(
    namespaces.map(async (namespace) => [namespace, await loadTexts(language, namespace)] as const),
  );
  const translations = createInstance({
    lng: language,
    fallbackLng: false,
    ns: [...namespaces],
    defaultNS: namespaces[0],
    resources: { [language]: Object.fromEntries(texts) },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  await translations.init();
  return (key, parameters) => translations.t(key, { ...parameters });
};
