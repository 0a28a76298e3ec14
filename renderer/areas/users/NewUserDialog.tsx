import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../controls/FormSection.tsx';
import { placeIssues } from '../../controls/placeIssues.ts';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { SwitchControl } from '../../controls/SwitchControl.tsx';
import { navigate, useLeave, useLeaveGuard } from '../../shell/RouteContext.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { useLeaveQuestion } from '../../shell/useLeaveQuestion.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { NewPasswordControls } from '../session/NewPasswordControls.tsx';
import { GrantsControl } from './GrantsControl.tsx';
import { emptyNewUser, type NewUserForm, newUserIssues, newUserOf } from './newUserForm.ts';
import { judgeBy } from './userForm.ts';
import { UserFields } from './UserFields.tsx';

/** Adds a local user, who gets a password here or sets the first one by a reset mail. */
export const NewUserDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('users');
  const toast = useToast();
  const form = useForm<NewUserForm>({
    defaultValues: emptyNewUser,
    resolver: judgeBy(newUserIssues),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const adding = useCommand((client, typed: NewUserForm) => client.users.createUser(newUserOf(typed)));
  const liftGuard = useLeaveGuard(form.formState.isDirty, useLeaveQuestion());
  const leave = useLeave();
  const hasPassword = form.watch('hasPassword');
  const submit = form.handleSubmit((typed) =>
    adding.mutate(typed, {
      onSuccess: ({ id }) => {
        toast(t('new.done', { name: typed.name }));
        liftGuard();
        onClose();
        navigate({ area: 'users', id });
      },
      onError: (error) => {
        if (placeIssues(form, error)) adding.reset();
      },
    }),
  );
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('new.title')}
        action={t('new.action')}
        isBusy={adding.isPending}
        failure={null}
        onSubmit={submit}
        onClose={() => leave(onClose)}
      >
        <FormSection title={t('fields.title')}>
          <UserFields />
        </FormSection>
        <GrantsControl kind="localUser" />
        <SwitchControl name="hasPassword" label={t('new.hasPassword')} help={t('new.byMail')} />
        {hasPassword && <NewPasswordControls name="password" />}
        <RefusalBar error={adding.error} />
      </ActionDialog>
    </FormProvider>
  );
};
