import { useTranslation } from 'react-i18next';
import { type Permission, permissionSchema } from '../../../electron/contract/permissions.ts';
import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { fieldOf } from './auditChange.ts';

const isPermission = (text: string): text is Permission => permissionSchema.safeParse(text).success;

/** Gives a change of a user, a role or a folder in words. */
export const useChangeTexts = () => {
  const { t, i18n } = useTranslation(['audit', 'roles', 'shell']);

  const wordText = (word: string): string => {
    if (!isPermission(word)) return word;
    const [area = '', right = ''] = word.split('.');
    return t('roles:permission', { area: t(`roles:areas.${area}`), right: t(`roles:rights.${right}`) });
  };

  const valueText = (json: string | null): string => {
    if (json === null) return t('shell:controls.empty');
    if (json === 'secret') return t('details.secret');
    const value: unknown = JSON.parse(json);
    if (typeof value === 'boolean') return t(value ? 'shell:controls.yes' : 'shell:controls.no');
    return Array.isArray(value) ? value.map(String).map(wordText).join(', ') : String(value);
  };

  const fieldText = (change: Change): string => {
    const { field, name } = fieldOf(change);
    const label = i18n.exists(`fields.${field}`, { ns: 'audit' }) ? t(`fields.${field}`) : field;
    return name === null ? label : t('details.fieldOf', { field: label, name });
  };

  return { fieldText, valueText };
};
