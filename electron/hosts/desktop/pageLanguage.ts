import { type Language, languageOf } from '../../contract/languages.ts';
import type { InProcessClient } from '../inProcessClient.ts';
import type { Log } from '../log.ts';

/**
 * The language that is set, else the system's (`systemLocale`, a BCP 47 tag), also when settings cannot be read;
 * English for every other language.
 */
export const createPageLanguage =
  (client: Pick<InProcessClient, 'settings'>, systemLocale: string, log: Pick<Log, 'error'>) =>
  async (): Promise<Language> => {
    const ofSystem = languageOf(systemLocale) ?? 'en';
    try {
      const { general } = await client.settings.getGeneral();
      return general.language ?? ofSystem;
    } catch (error) {
      log.error('desktop.languageUnknown', { error });
      return ofSystem;
    }
  };
