import { useTranslation } from 'react-i18next';
import type { Translate } from '../../../electron/locales/translate.ts';

/** Gives the texts of these namespaces to what writes them outside the pages as well. */
export const useTranslate = (...namespaces: [string, ...string[]]): Translate => {
  const { t } = useTranslation(namespaces);
  return (key, parameters) => t(key, { ...parameters });
};
