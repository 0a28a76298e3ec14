import { useTranslation } from 'react-i18next';
import { namesakeOf, settingField } from './settingField.ts';
import { directoryPathOf, profilePathOf } from './settingPath.ts';

/** Gives the label of the setting with the key `path` as the form has it; a key without a label keeps its own name. */
export const useSettingName = (): ((path: string) => string) => {
  const { t, i18n } = useTranslation(['settings', 'directory', 'mail', 'shell']);
  const ownLabel = (path: string): string =>
    i18n.exists(`names.${path}`, { ns: 'settings' }) ? t(`names.${path}`) : path;
  const formLabel = (form: 'mail' | 'directory', field: string): string => {
    if (i18n.exists(`fields.${field}.label`, { ns: form })) return t(`${form}:fields.${field}.label`);
    const namesake = namesakeOf(field);
    return namesake === null
      ? ownLabel(`${form}.${field}`)
      : t('mail:ofMailbox', { label: formLabel(form, namesake) });
  };
  const fieldLabel = (form: 'mail' | 'directory', path: string): string => {
    const { field, part } = settingField(path);
    const label = formLabel(form, field);
    if (part === 'source') return t('shell:controls.sourceOf', { field: label });
    return part === 'name' ? t('names.variableOf', { label }) : label;
  };
  const sided = (side: 'active' | 'draft' | null, label: string): string =>
    side === 'draft' ? t('names.inDraft', { label }) : label;
  return (path) => {
    const directory = directoryPathOf(path);
    if (directory?.field === null) return t(`names.directory.${directory.side}`);
    if (directory) {
      const label = t('names.ofDirectory', { label: fieldLabel('directory', directory.field) });
      return sided(directory.side, label);
    }
    const profile = profilePathOf(path);
    if (profile === null) return ownLabel(path);
    const { side, field } = profile;
    if (field === null) return t(`names.mail.${side ?? 'profile'}`);
    return sided(side, fieldLabel('mail', field));
  };
};
