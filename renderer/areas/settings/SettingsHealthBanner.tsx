import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsHealth } from '../../../electron/contract/settings/settings.contract.ts';
import { useSettingsHealth } from './settingsQueries.ts';

const SettingsBackupDialog = lazy(async () => ({
  default: (await import('./SettingsBackupDialog.tsx')).SettingsBackupDialog,
}));

const useStyles = makeStyles({ text: { display: 'block', paddingBlock: tokens.spacingVerticalXXS } });

/** Says that the settings file cannot be read, where it is kept, and what to do; nothing while all is well. */
export const SettingsHealthBanner = () => {
  const { data: health } = useSettingsHealth();
  return (
    <Suspense>{health?.state === 'unreadable' && <UnreadableSettingsBanner health={health} />}</Suspense>
  );
};

type UnreadableSettings = Extract<SettingsHealth, { state: 'unreadable' }>;

const UnreadableSettingsBanner = ({ health }: { health: UnreadableSettings }) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{t('unreadable.title')}</MessageBarTitle>
          <span className={styles.text}>
            {t(`unreadable.reasons.${health.reason}`, { file: health.file })}
          </span>
          {health.keptAs !== null && (
            <span className={styles.text}>{t('unreadable.kept', { keptAs: health.keptAs })}</span>
          )}
          <span className={styles.text}>
            {t(health.backups.length > 0 ? 'unreadable.restore' : 'unreadable.noBackup')}
          </span>
          <code className={styles.text}>{health.detail}</code>
        </MessageBarBody>
        {health.backups.length > 0 && (
          <MessageBarActions>
            <Button onClick={() => setChoosing(true)}>{t('unreadable.choose')}</Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {isChoosing && (
        <Suspense>
          <SettingsBackupDialog backups={health.backups} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  );
};
