import { Body1 } from '@fluentui/react-components';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { NewPasswordControls } from './NewPasswordControls.tsx';
import { useOwnPasswordForm } from './useOwnPasswordForm.ts';
import { UserNameInput } from './UserNameInput.tsx';

/** Replaces the own password; the present one is asked for. */
export const ChangePasswordDialog = ({ user, onClose }: { user: string; onClose: () => void }) => {
  const { t } = useTranslation('session');
  const showSuccess = useToast();
  const { form, submit, isBusy, failure } = useOwnPasswordForm(() => {
    showSuccess(t('change.done'));
    onClose();
  });
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('change.title')}
        action={t('change.action')}
        isBusy={isBusy}
        failure={failure}
        onSubmit={submit}
        onClose={onClose}
      >
        <Body1>{t('change.text')}</Body1>
        <UserNameInput user={user} />
        <PasswordControl
          name="present"
          label={t('presentPassword')}
          autoComplete="current-password"
          required
        />
        <NewPasswordControls name="next" />
      </ActionDialog>
    </FormProvider>
  );
};
