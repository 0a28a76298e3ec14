import { useTranslation } from 'react-i18next';
import type { DatabaseHealth } from '../../../../electron/contract/security/databaseHealth.ts';
import { BackupDialog } from '../../../controls/BackupDialog.tsx';
import { exactTime } from '../../../texts/moments.ts';
import { useLanguage } from '../../../texts/useLanguage.ts';
import { useRestoreDatabase } from './databaseQueries.ts';

type Backups = Extract<DatabaseHealth, { state: 'unreadable' }>['backups'];

/** Offers the backups of the database, newest first, and puts the chosen one in force; people then sign in. */
export const DatabaseBackupDialog = ({ backups, onClose }: { backups: Backups; onClose: () => void }) => {
  const { t } = useTranslation('security');
  const language = useLanguage();
  const restoration = useRestoreDatabase();
  return (
    <BackupDialog
      title={t('database.dialog.title')}
      list={t('database.dialog.list')}
      choices={backups.map(({ name, savedAt }) => ({ name, label: exactTime(savedAt, language) }))}
      consequence={t('database.dialog.consequence')}
      action={t('database.dialog.action')}
      isBusy={restoration.isPending}
      failure={restoration.error}
      onRestore={(name) => restoration.mutate(name, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
};
