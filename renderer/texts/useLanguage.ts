import { useTranslation } from 'react-i18next';
import type { Language } from '../../electron/contract/languages.ts';
import { closestLanguage } from './translations.ts';

/** The language that the pages speak now. */
export const useLanguage = (): Language => closestLanguage([useTranslation().i18n.language]);
