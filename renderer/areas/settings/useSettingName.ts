import { useTranslation } from 'react-i18next';
import { profilePathOf } from './settingPath.ts';

/** The field of the form, and which part of where its value comes from. */
const partPattern = /^(.*(?:userName|password))\.(source|name|record|value)$/;

/** Gives the label of the setting with the key `path` as the form has it; a key without a label keeps its own name. */
export const useSettingName = (): ((path: string) => string) => {
  const { t, i18n } = useTranslation(['settings', 'mail', 'shell']);
  const ownLabel = (path: string): string =>
    i18n.exists(`names.${path}`, { ns: 'settings' }) ? t(`names.${path}`) : path;
  const formLabel = (field: string): string =>
    i18n.exists(`fields.${field}.label`, { ns: 'mail' })
      ? t(`mail:fields.${field}.label`)
      : ownLabel(`mail.${field}`);
  const fieldLabel = (field: string): string => {
    const [, whole = field, part] = partPattern.exec(field) ?? [];
    const label = formLabel(whole);
    if (part === 'source') return t('shell:controls.sourceOf', { field: label });
    return part === 'name' ? t('names.variableOf', { label }) : label;
  };
  return (path) => {
    const profile = profilePathOf(path);
    if (profile === null) return ownLabel(path);
    const { side, field } = profile;
    if (field === null) return t(`names.mail.${side ?? 'profile'}`);
    const label = fieldLabel(field);
    return side === 'draft' ? t('names.inDraft', { label }) : label;
  };
};
