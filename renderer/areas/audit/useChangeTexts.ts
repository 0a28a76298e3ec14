import { useTranslation } from 'react-i18next';
import { alertSeverities } from '../../../electron/contract/alerts/alert.ts';
import { languages } from '../../../electron/contract/languages.ts';
import { type Permission, permissionSchema } from '../../../electron/contract/permissions.ts';
import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { exactTime } from '../../texts/moments.ts';
import { languageNames } from '../../texts/languageNames.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { fieldOf } from './auditChange.ts';
import { useAuditTexts } from './useAuditTexts.ts';

const isPermission = (text: string): text is Permission => permissionSchema.safeParse(text).success;

/** Where the words of a field are that has only a few values. */
const vocabularies: Partial<Record<string, string>> = {
  'notice.kind': 'notices:kinds',
  'notice.state': 'notices:states',
  'export.kind': 'roles:kinds',
  'export.state': 'users:states',
  'export.outcome': 'audit:filters.outcomes',
  'export.result': 'audit:results',
  'object.state': 'audit:objectStates',
  ...Object.fromEntries(alertSeverities.map((severity) => [`subscription.${severity}`, 'alerts:rhythms'])),
};

const isMoment = (field: string, value: string): boolean =>
  ['export.from', 'export.until'].includes(field) && !Number.isNaN(Date.parse(value));

/** Gives a change of a user, a role, a folder or another thing in words. */
export const useChangeTexts = () => {
  const { t, i18n } = useTranslation(['audit', 'roles', 'shell', 'alerts', 'notices', 'users']);
  const { operationText } = useAuditTexts();
  const language = useLanguage();

  const wordText = (word: string): string => {
    if (!isPermission(word)) return word;
    const [area = '', right = ''] = word.split('.');
    return t('roles:permission', { area: t(`roles:areas.${area}`), right: t(`roles:rights.${right}`) });
  };

  const fieldValueText = (field: string, value: string): string => {
    if (field === 'export.operation') return operationText(value);
    if (isMoment(field, value)) return exactTime(value, language);
    const spoken = languages.find((each) => field === 'user.language' && each === value);
    if (spoken) return languageNames[spoken];
    const vocabulary = vocabularies[field];
    const key = `${vocabulary}.${value}`;
    return vocabulary !== undefined && i18n.exists(key) ? t(key) : wordText(value);
  };

  const valueText = (change: Change, side: 'before' | 'after'): string => {
    const json = change[side];
    if (json === null) return t('shell:controls.empty');
    if (json === 'secret') return t('details.secret');
    const value: unknown = JSON.parse(json);
    if (typeof value === 'boolean') return t(value ? 'shell:controls.yes' : 'shell:controls.no');
    if (Array.isArray(value)) return value.map(String).map(wordText).join(', ');
    return fieldValueText(fieldOf(change).field, String(value));
  };

  const fieldText = (change: Change): string => {
    const { field, name } = fieldOf(change);
    const label = i18n.exists(`fields.${field}`, { ns: 'audit' }) ? t(`fields.${field}`) : field;
    return name === null ? label : t('details.fieldOf', { field: label, name });
  };

  return { fieldText, valueText };
};
