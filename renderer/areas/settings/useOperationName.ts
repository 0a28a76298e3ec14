import { useTranslation } from 'react-i18next';

/** Gives what an operation that saves did, in words; one without words keeps its own name. */
export const useOperationName = (): ((operation: string) => string) => {
  const { t, i18n } = useTranslation('settings');
  return (operation) => {
    const key = `operations.${operation}`;
    return i18n.exists(key, { ns: 'settings' }) ? t(key) : operation;
  };
};
