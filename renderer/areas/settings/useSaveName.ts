import { useTranslation } from 'react-i18next';
import type { Change, Revision } from '../../../electron/contract/settings/settings.contract.ts';
import { directoryPathOf, profilePathOf } from './settingPath.ts';
import { useProfileNames } from './useProfileNames.ts';
import { useSettingName } from './useSettingName.ts';

/** Operations that save values in force or as a draft, and what they are called when it was a draft. */
const draftOperations: ReadonlyMap<string, string> = new Map([
  ['mail.saveProfile', 'mail.saveDraft'],
  ['directory.saveSettings', 'directory.saveDraft'],
]);

/** Whether nothing that is in force was touched. */
const isOnlyDraft = (changes: readonly Change[]): boolean =>
  changes.length > 0 &&
  changes.every(({ path }) => {
    const values = directoryPathOf(path) ?? profilePathOf(path);
    return values !== null && values.side !== 'active';
  });

/** Gives what a save did and what it was about, in words; an operation without words keeps its own name. */
export const useSaveName = () => {
  const { t, i18n } = useTranslation('settings');
  const names = useProfileNames();
  const settingName = useSettingName();
  const subjectOf = ({ path, after }: Change): string => {
    const directory = directoryPathOf(path);
    if (directory) return settingName(`directory.${directory.side}`);
    const id: unknown =
      path === 'mail.defaultProfileId' ? JSON.parse(after ?? 'null') : profilePathOf(path)?.id;
    return typeof id === 'string' ? (names.get(id) ?? id.slice(0, 8)) : settingName(path);
  };
  return ({ operation, changes }: Revision): { action: string; subjects: string } => {
    const asDraft = isOnlyDraft(changes) ? draftOperations.get(operation) : undefined;
    const key = `operations.${asDraft ?? operation}`;
    return {
      action: i18n.exists(key, { ns: 'settings' }) ? t(key) : operation,
      subjects: [...new Set(changes.map(subjectOf))].join(', '),
    };
  };
};
