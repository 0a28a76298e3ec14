import { Body1 } from '@fluentui/react-components';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { AdministratorControls } from './AdministratorControls.tsx';
import { useAdministratorForm } from './useAdministratorForm.ts';

/** Creates the first administrator from any page; it goes with the bar that opened it. */
export const AdministratorDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('session');
  const { form, submit, isBusy, failure } = useAdministratorForm();
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('administrator.title')}
        action={t('administrator.action')}
        isBusy={isBusy}
        failure={failure}
        onSubmit={submit}
        onClose={onClose}
      >
        <Body1>{t('administrator.text')}</Body1>
        <AdministratorControls />
      </ActionDialog>
    </FormProvider>
  );
};
