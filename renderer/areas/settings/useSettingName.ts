import { useTranslation } from 'react-i18next';

const profilePath = /^mail\.profiles\.([0-9a-f-]{36}|\d+)(?:\.(active|draft))?(?:\.(.+))?$/;

/** Gives the label of the setting with the key `path`; a key without a label keeps its own name. */
export const useSettingName = (): ((path: string) => string) => {
  const { t, i18n } = useTranslation('settings');
  const labelOf = (key: string): string =>
    i18n.exists(`names.${key}`, { ns: 'settings' }) ? t(`names.${key}`) : key;
  return (path) => {
    const [, , part, field] = profilePath.exec(path) ?? [];
    if (!profilePath.test(path)) return labelOf(path);
    const label = field === undefined ? t('names.mail.profile') : labelOf(`mail.${field}`);
    return part === 'draft' ? t('names.inDraft', { label }) : label;
  };
};
