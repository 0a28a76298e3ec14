import { useTranslation } from 'react-i18next';

/** Gives keys (`Ctrl+E`) as they stand on the keyboards of the language. */
export const useKeyText = (): ((keys: string) => string) => {
  const { t, i18n } = useTranslation('shell');
  const nameOf = (key: string): string => (i18n.exists(`shell:keyNames.${key}`) ? t(`keyNames.${key}`) : key);
  return (keys) => keys.split('+').map(nameOf).join('+');
};
