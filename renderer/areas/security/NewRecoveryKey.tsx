import { Body1 } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../shell/ClientContext.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { AdministratorButton } from './AdministratorButton.tsx';
import { useShowProtection } from './protectionQueries.ts';
import { useShowRecoveryKey } from './recoveryKeyContext.ts';

/** Makes a recovery key after asking. */
export const NewRecoveryKey = ({ isReplacing }: { isReplacing: boolean }) => {
  const { t } = useTranslation('security');
  const { security } = useClient();
  const showProtection = useShowProtection();
  const [isAsked, setAsked] = useState(false);
  const showRecoveryKey = useShowRecoveryKey();
  const creation = useMutation({
    mutationFn: () => security.createRecoveryKey(),
    onSuccess: ({ recoveryKey, protection }) => {
      setAsked(false);
      showRecoveryKey(recoveryKey);
      showProtection(protection);
    },
    gcTime: 0,
  });
  const name = isReplacing ? 'replace' : 'create';
  return (
    <>
      <AdministratorButton onClick={() => setAsked(true)} reason={t('administratorOnly')}>
        {t(`recoveryKey.${name}.ask`)}
      </AdministratorButton>
      {isAsked && (
        <ActionDialog
          title={t(`recoveryKey.${name}.title`)}
          action={t(`recoveryKey.${name}.action`)}
          isBusy={creation.isPending}
          failure={creation.error}
          onSubmit={() => creation.mutate()}
          onClose={() => setAsked(false)}
        >
          <Body1>{t(`recoveryKey.${name}.text`)}</Body1>
        </ActionDialog>
      )}
    </>
  );
};
