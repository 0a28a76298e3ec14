import { type Language, languages } from '../../contract/languages.ts';
import type { InProcessClient } from '../cli/inProcessClient.ts';
import type { Log } from '../log.ts';

const closest = (tag: string): Language =>
  languages.find((language) => tag.toLowerCase().split('-')[0] === language) ?? 'en';

/** The language that is set, else the system's (`systemLocale`, a BCP 47 tag); also when settings cannot be read. */
export const createPageLanguage =
  (client: Pick<InProcessClient, 'settings'>, systemLocale: string, log: Pick<Log, 'error'>) =>
  async (): Promise<Language> => {
    try {
      const { general } = await client.settings.getGeneral();
      return general.language ?? closest(systemLocale);
    } catch (error) {
      log.error('desktop.languageUnknown', { error });
      return closest(systemLocale);
    }
  };
