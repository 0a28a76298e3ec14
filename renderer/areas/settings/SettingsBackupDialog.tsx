import { useTranslation } from 'react-i18next';
import type { SettingsHealth } from '../../../electron/contract/settings/settings.contract.ts';
import { BackupDialog } from '../../controls/BackupDialog.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useRestoreBackup } from './settingsQueries.ts';

type Backups = Extract<SettingsHealth, { state: 'unreadable' }>['backups'];

/** Offers the backups of the settings, newest first, and puts the chosen one in force. */
export const SettingsBackupDialog = ({ backups, onClose }: { backups: Backups; onClose: () => void }) => {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const restoration = useRestoreBackup();
  const showSuccess = useToast();
  const onSuccess = () => {
    showSuccess(t('backup.done'));
    onClose();
  };
  return (
    <BackupDialog
      title={t('backup.title')}
      list={t('backup.list')}
      choices={backups.map(({ name, savedAt, revision }) => ({
        name,
        label: t('backup.choice', { savedAt: exactTime(savedAt, language), revision }),
      }))}
      consequence={t('backup.consequence')}
      action={t('backup.action')}
      isBusy={restoration.isPending}
      failure={restoration.error}
      onRestore={(name) => restoration.mutate(name, { onSuccess })}
      onClose={onClose}
    />
  );
};
