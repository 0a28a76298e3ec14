import { useTranslation } from 'react-i18next';
import { alertSeverities } from '../../../electron/contract/alerts/alert.ts';
import { type Permission, permissionSchema } from '../../../electron/contract/permissions.ts';
import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { fieldOf } from './auditChange.ts';

const isPermission = (text: string): text is Permission => permissionSchema.safeParse(text).success;

/** Where the words of a field are that has only a few values. */
const vocabularies: Partial<Record<string, string>> = {
  'notice.kind': 'notices:kinds',
  'notice.state': 'notices:states',
  ...Object.fromEntries(alertSeverities.map((severity) => [`subscription.${severity}`, 'alerts:rhythms'])),
};

/** Gives a change of a user, a role, a folder or another thing in words. */
export const useChangeTexts = () => {
  const { t, i18n } = useTranslation(['audit', 'roles', 'shell', 'alerts', 'notices']);

  const wordText = (word: string): string => {
    if (!isPermission(word)) return word;
    const [area = '', right = ''] = word.split('.');
    return t('roles:permission', { area: t(`roles:areas.${area}`), right: t(`roles:rights.${right}`) });
  };

  const valueText = (change: Change, side: 'before' | 'after'): string => {
    const json = change[side];
    if (json === null) return t('shell:controls.empty');
    if (json === 'secret') return t('details.secret');
    const value: unknown = JSON.parse(json);
    if (typeof value === 'boolean') return t(value ? 'shell:controls.yes' : 'shell:controls.no');
    const word = `${vocabularies[fieldOf(change).field]}.${String(value)}`;
    if (i18n.exists(word)) return t(word);
    return Array.isArray(value) ? value.map(String).map(wordText).join(', ') : String(value);
  };

  const fieldText = (change: Change): string => {
    const { field, name } = fieldOf(change);
    const label = i18n.exists(`fields.${field}`, { ns: 'audit' }) ? t(`fields.${field}`) : field;
    return name === null ? label : t('details.fieldOf', { field: label, name });
  };

  return { fieldText, valueText };
};
