import { useTranslation } from 'react-i18next';
import { useProfileNames } from './settingsQueries.ts';

/** How a change names a secret, outside JSON: the word itself is never a value. */
const secretMark = 'secret';

/** Gives the value of a change (JSON text, null where nothing was) as a person reads it. */
export const useSettingValue = (): ((json: string | null, side: 'before' | 'after') => string) => {
  const { t } = useTranslation('settings');
  const profiles = useProfileNames();
  return (json, side) => {
    if (json === null) return t('history.value.none');
    if (json === secretMark) return t(`history.secret.${side}`);
    const value: unknown = JSON.parse(json);
    if (typeof value === 'boolean') return t(value ? 'history.value.yes' : 'history.value.no');
    if (value === null || value === '') return t('history.value.empty');
    return typeof value === 'string' ? (profiles.get(value) ?? value) : JSON.stringify(value, null, 1);
  };
};
