import { useTranslation } from 'react-i18next';
import { useProfileNames } from './settingsQueries.ts';

const profilePath = /^mail\.profiles\.([^.]+)(?:\.(active|draft))?(?:\.(.+))?$/;

export type SettingName = {
  label: string;
  /** Name of the profile that the setting belongs to; the start of its id when it is gone; null for other settings. */
  profile: string | null;
};

/** `a.b.c`, `a.b`, `a`: a password is stored in parts that have one label together. */
const prefixesOf = (field: string): string[] => {
  const steps = field.split('.');
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
};

/** Gives label and owner of the setting with the key `path`; a key without a label keeps its own name. */
export const useSettingName = (): ((path: string) => SettingName) => {
  const { t, i18n } = useTranslation(['settings', 'mail']);
  const profiles = useProfileNames();
  const generalLabel = (path: string): string =>
    i18n.exists(`names.${path}`, { ns: 'settings' }) ? t(`names.${path}`) : path;
  const fieldLabel = (field: string): string => {
    const known = prefixesOf(field).find((prefix) => i18n.exists(`fields.${prefix}.label`, { ns: 'mail' }));
    return known === undefined ? generalLabel(`mail.${field}`) : t(`mail:fields.${known}.label`);
  };
  return (path) => {
    const [match, id = '', part, field] = profilePath.exec(path) ?? [];
    if (match === undefined) return { label: generalLabel(path), profile: null };
    const label = field === undefined ? t(`names.mail.${part ?? 'profile'}`) : fieldLabel(field);
    return {
      label: field !== undefined && part === 'draft' ? t('names.inDraft', { label }) : label,
      profile: profiles.get(id) ?? id.slice(0, 8),
    };
  };
};
