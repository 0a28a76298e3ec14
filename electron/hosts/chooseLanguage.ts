import { type Language, languageOf } from '../contract/languages.ts';

/**
 * The language that is spoken: the option, else LC_ALL, LC_MESSAGES or LANG (POSIX: the first that is set counts),
 * else the system's. English for every other language.
 */
export const chooseLanguage = (
  option: string | undefined,
  environment: NodeJS.ProcessEnv,
  systemLocale: string,
): Language => {
  const fromEnvironment = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean);
  return languageOf(option ?? fromEnvironment ?? systemLocale) ?? 'en';
};
