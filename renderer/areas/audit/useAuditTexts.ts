import { useTranslation } from 'react-i18next';

/** Gives operations and results in words; what is only read has a row when it was refused, and keeps its own name. */
export const useAuditTexts = () => {
  const { t, i18n } = useTranslation(['audit', 'settings']);
  return {
    operationText: (operation: string): string => {
      const key = `operations.${operation}`;
      if (i18n.exists(key, { ns: 'audit' })) return t(`audit:${key}`);
      return i18n.exists(key, { ns: 'settings' }) ? t(`settings:${key}`) : t('audit:callOf', { operation });
    },
    resultText: (result: string): string =>
      i18n.exists(`results.${result}`, { ns: 'audit' }) ? t(`results.${result}`) : result,
    doorText: (door: string): string =>
      i18n.exists(`doors.${door}`, { ns: 'audit' }) ? t(`doors.${door}`) : door,
  };
};
