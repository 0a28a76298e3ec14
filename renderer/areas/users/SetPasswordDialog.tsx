import { Body1 } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { placeIssues } from '../../controls/placeIssues.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { NewPasswordControls } from '../session/NewPasswordControls.tsx';
import { givenPasswordSchema, noPassword } from './givenPassword.ts';

type SetPasswordDialogProps = { user: UserDetails; onClose: () => void };

/** Sets a password for somebody else; the sessions of that user end. */
export const SetPasswordDialog = ({ user, onClose }: SetPasswordDialogProps) => {
  const { t } = useTranslation('users');
  const toast = useToast();
  const form = useForm({
    defaultValues: noPassword,
    resolver: schemaResolver(givenPasswordSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const setting = useCommand((client, password: string) =>
    client.users.setPassword({ id: user.id, password }),
  );
  const submit = form.handleSubmit(({ password }) =>
    setting.mutate(password, {
      onSuccess: () => {
        toast(t('password.done', { name: user.values.name }));
        onClose();
      },
      onError: (error) => {
        if (placeIssues(form, error)) setting.reset();
      },
    }),
  );
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('password.title', { name: user.values.name })}
        action={t('password.action')}
        isBusy={setting.isPending}
        failure={setting.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <Body1>{t('password.consequence')}</Body1>
        <NewPasswordControls name="password" autoFocus />
      </ActionDialog>
    </FormProvider>
  );
};
