import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatabaseHealth } from '../../../../electron/contract/security/databaseHealth.ts';
import { FailureBar } from '../../../controls/FailureBar.tsx';
import { DatabaseBackupDialog } from './DatabaseBackupDialog.tsx';
import { useDatabaseHealth } from './databaseQueries.ts';

const useStyles = makeStyles({ text: { display: 'block', paddingBlock: tokens.spacingVerticalXXS } });

/** Which file cannot be used, why, and its backups. */
export const UnreadableDatabase = () => {
  const { data: health, error } = useDatabaseHealth();
  const [isChoosing, setChoosing] = useState(false);
  if (!health) return <FailureBar error={error} />;
  const backups = health.state === 'unreadable' ? health.backups : [];
  return (
    <>
      <UnreadableBar health={health} onChoose={() => setChoosing(true)} />
      {isChoosing && <DatabaseBackupDialog backups={backups} onClose={() => setChoosing(false)} />}
    </>
  );
};

/** The file was good when the program opened it, if that calls it `ready`. */
const useAdvice = (health: DatabaseHealth): string[] => {
  const { t } = useTranslation('security');
  if (health.state === 'ready') return [t('database.restart')];
  const { reason, file, backups } = health;
  return [
    t(`database.reasons.${reason}`, { file }),
    t(backups.length > 0 ? 'database.restore' : 'database.noBackup'),
  ];
};

const UnreadableBar = ({ health, onChoose }: { health: DatabaseHealth; onChoose: () => void }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('database.title')}</MessageBarTitle>
        {useAdvice(health).map((sentence) => (
          <span key={sentence} className={styles.text}>
            {sentence}
          </span>
        ))}
      </MessageBarBody>
      {health.state === 'unreadable' && health.backups.length > 0 && (
        <MessageBarActions>
          <Button onClick={onChoose}>{t('database.choose')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
