import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsHealth } from '../../../electron/contract/settings/settings.contract.ts';
import { ConsoleDialog } from '../../controls/ConsoleDialog.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useRestoreBackup } from './settingsQueries.ts';

type Backups = Extract<SettingsHealth, { state: 'unreadable' }>['backups'];

/** Offers the backups, newest first, and puts the chosen one in force. */
export const BackupDialog = ({ backups, onClose }: { backups: Backups; onClose: () => void }) => {
  const { t } = useTranslation(['settings', 'shell']);
  const language = useLanguage();
  const [chosen, setChosen] = useState(backups[0]?.name ?? '');
  const restoration = useRestoreBackup();
  const showSuccess = useToast();
  const restore = () =>
    restoration.mutate(chosen, {
      onSuccess: () => {
        showSuccess(t('backup.done'));
        onClose();
      },
    });
  return (
    <ConsoleDialog
      kind="alert"
      title={t('backup.title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={restoration.isPending} onClick={restore}>
            {t('backup.action')}
          </Button>
          <Button onClick={onClose}>{t('shell:controls.cancel')}</Button>
        </>
      }
    >
      <RadioGroup aria-label={t('backup.list')} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {backups.map(({ name, savedAt, revision }) => (
          <Radio
            key={name}
            value={name}
            label={t('backup.choice', { savedAt: exactTime(savedAt, language), revision })}
          />
        ))}
      </RadioGroup>
      <p>{t('backup.consequence')}</p>
      <FailureBar error={restoration.error} />
    </ConsoleDialog>
  );
};
