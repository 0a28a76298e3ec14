import { Body1 } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../shell/ToastContext.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { AdministratorButton } from './AdministratorButton.tsx';
import { useProtectionCommand } from './protectionQueries.ts';

/** The way on from a vault that does not open: an empty one, after asking. */
export const StartNewVault = () => {
  const { t } = useTranslation('security');
  const [isAsked, setAsked] = useState(false);
  const showSuccess = useToast();
  const start = useProtectionCommand<void>((security) => security.startNewVault());
  return (
    <div>
      <AdministratorButton onClick={() => setAsked(true)} reason={t('startNew.administratorOnly')}>
        {t('startNew.ask')}
      </AdministratorButton>
      {isAsked && (
        <ActionDialog
          title={t('startNew.title')}
          action={t('startNew.action')}
          isBusy={start.isPending}
          failure={start.error}
          onSubmit={() => start.mutate(undefined, { onSuccess: () => showSuccess(t('startNew.done')) })}
          onClose={() => setAsked(false)}
        >
          <Body1>{t('startNew.replaces')}</Body1>
          <Body1>{t('startNew.typeAgain')}</Body1>
        </ActionDialog>
      )}
    </div>
  );
};
