import { type App, type AppOptions, createApp } from '../app.ts';
import { loadTranslator } from '../locales/translate.ts';
import { systemCodeOf } from '../stores/files/storageFailure.ts';
import { chooseLanguage } from './chooseLanguage.ts';
import { dataFolderRefusal } from './dataFolderRefusal.ts';

/** The program cannot start before a person has mended something: the message says what, in the system's language. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

const wordRefusal = async (error: unknown, { dataDirectory, systemLocale }: AppOptions) => {
  const language = chooseLanguage(undefined, process.env, systemLocale);
  const refusal = dataFolderRefusal(error, dataDirectory);
  if (refusal !== null)
    return (await loadTranslator(language, ['cli']))(`cli:usage.${refusal.code}`, refusal.parameters);
  const systemCode = systemCodeOf(error);
  if (systemCode === null) return null;
  const translate = await loadTranslator(language, ['errors']);
  return ['title', 'advice']
    .map((part) => translate(`errors:codes.STORAGE_FAILED.${part}`, { systemCode, file: dataDirectory }))
    .join('\n');
};

/** Builds the program for a door that has a person before it. Throws StartRefused for what that person can mend. */
export const openApp = async (options: AppOptions): Promise<App> => {
  try {
    return await createApp(options);
  } catch (error) {
    const text = await wordRefusal(error, options);
    throw text === null ? error : new StartRefused(text, { cause: error });
  }
};
