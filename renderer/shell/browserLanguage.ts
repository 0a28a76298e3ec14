import { type Language, languageSchema } from '../../electron/contract/languages.ts';
import { readBrowserChoice, useBrowserChoice } from './browserChoice.ts';

const name = 'language';

/** The language that was chosen in this browser; null: none. */
export const readBrowserLanguage = (): Language | null => readBrowserChoice(name, languageSchema);

/** The language that is chosen in this browser, and what chooses another one. */
export const useBrowserLanguage = () => useBrowserChoice(name, languageSchema);
