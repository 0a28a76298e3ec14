import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Protection } from '../../../electron/contract/security/security.contract.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { AdministratorButton } from './AdministratorButton.tsx';
import { useShowProtection } from './protectionQueries.ts';
import { useShowRecoveryKey } from './recoveryKeyContext.ts';
import { RotateDataKeyDialog } from './RotateDataKeyDialog.tsx';

const useStyles = makeStyles({
  dataKey: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalXS },
});

/** The key that encrypts every secret: its age, and how to get a new one. */
export const DataKey = ({ protection }: { protection: Protection }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const language = useLanguage();
  const { security } = useClient();
  const showProtection = useShowProtection();
  const showRecoveryKey = useShowRecoveryKey();
  const [isAsked, setAsked] = useState(false);
  const rotation = useMutation({
    mutationFn: (passphrase: string | null) => security.rotateDataKey({ passphrase }),
    onSuccess: (answer) => {
      setAsked(false);
      if (answer.recoveryKey !== null) showRecoveryKey(answer.recoveryKey);
      showProtection(answer.protection);
    },
    gcTime: 0,
  });
  if (protection.dataKeyCreatedAt === null) return null;
  return (
    <div className={styles.dataKey}>
      <Body1Strong as="h3">{t('dataKey.title')}</Body1Strong>
      <Body1>{t('dataKey.created', { at: exactTime(protection.dataKeyCreatedAt, language) })}</Body1>
      <AdministratorButton onClick={() => setAsked(true)} reason={t('administratorOnly')}>
        {t('dataKey.rotate')}
      </AdministratorButton>
      {isAsked && (
        <RotateDataKeyDialog
          needsPassphrase={protection.slots.some(({ kind }) => kind === 'passphrase')}
          isBusy={rotation.isPending}
          failure={rotation.error}
          onRotate={rotation.mutate}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
};
