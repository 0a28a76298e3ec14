import { useTranslation } from 'react-i18next';
import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';
import { exchangeName } from '../mail/form/exchangeName.ts';
import { choiceTextKey } from './settingChoices.ts';
import { directoryPathOf, profilePathOf } from './settingPath.ts';

/** How a change names a secret, outside JSON: the word itself is never a value. */
const secretMark = 'secret';

const sideOf = (path: string) => (directoryPathOf(path) ?? profilePathOf(path))?.side;

/** True for values that came or went as a whole. */
const isWhole = (path: string): boolean => (directoryPathOf(path) ?? profilePathOf(path))?.field === null;

type ValueText = (path: string, value: unknown) => string;

/** Gives a value as the form shows it. */
const useValueText = (names: ReadonlyMap<string, string>): ValueText => {
  const { t, i18n } = useTranslation(['settings', 'directory', 'editor', 'mail', 'shell']);
  const language = useLanguage();
  const folderPath = useFolderPath();
  const wordText = (path: string, value: string): string => {
    const key = choiceTextKey(path, value);
    if (key !== null && i18n.exists(key)) return t(key);
    if (path === 'mail.defaultProfileId') return names.get(value) ?? value.slice(0, 8);
    if (path.endsWith('.folderId')) return folderPath(value);
    if (path === 'general.language')
      return new Intl.DisplayNames(language, { type: 'language' }).of(value) ?? value;
    if (path.endsWith('.exchangeVersion')) return exchangeName(value);
    return /\.(?:pem|certificate)$/.test(path) ? t('history.value.certificate') : value;
  };
  return (path, value) => {
    if (typeof value === 'boolean') return t(value ? 'shell:controls.yes' : 'shell:controls.no');
    if (path.endsWith('.timeoutMs') && typeof value === 'number')
      return new Intl.NumberFormat(language, { style: 'unit', unit: 'millisecond' }).format(value);
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string' ? wordText(path, value) : JSON.stringify(value);
  };
};

/** Gives both sides of a change as a person reads them. */
export const useSettingValue = (
  names: ReadonlyMap<string, string>,
): ((change: Change) => { before: string; after: string }) => {
  const { t } = useTranslation(['settings', 'shell']);
  const valueText = useValueText(names);
  const textOf = (path: string, json: string | null): string => {
    const value: unknown = JSON.parse(json ?? 'null');
    if (value !== null && value !== '') return valueText(path, value);
    return t(path === 'general.language' ? 'shell:language.system' : 'shell:controls.empty');
  };
  const secretText = ({ before, after }: Change) => ({
    before: t(before === null ? 'shell:controls.empty' : 'history.secret.set'),
    after: t(`history.secret.${after === null ? 'removed' : before === null ? 'set' : 'changed'}`),
  });
  const wholeText = ({ path, before, after }: Change) => ({
    before: t(before === null ? 'shell:controls.empty' : 'history.whole.was'),
    after: t(`history.whole.${sideOf(path) ?? 'profile'}.${after === null ? 'gone' : 'came'}`),
  });
  return (change) => {
    if ([change.before, change.after].includes(secretMark)) return secretText(change);
    if (isWhole(change.path)) return wholeText(change);
    return { before: textOf(change.path, change.before), after: textOf(change.path, change.after) };
  };
};
