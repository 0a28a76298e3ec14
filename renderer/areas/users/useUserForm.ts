import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { placeIssues } from '../../controls/placeIssues.ts';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { useLeaveQuestion } from '../../shell/useLeaveQuestion.ts';
import { judgeBy, savedIssues, savedOf, toForm, type UserForm } from './userForm.ts';

type Saved = { typed: UserForm; revision: number };

/** The form for one user: what it holds, what saves it, and what is to be decided when somebody else saved first. */
export const useUserForm = (
  user: UserDetails,
  { isEditing, onDone }: { isEditing: boolean; onDone: () => void },
) => {
  const { t } = useTranslation('users');
  const toast = useToast();
  const form = useForm<UserForm>({
    defaultValues: toForm(user),
    resolver: judgeBy(savedIssues(user.kind)),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const { isDirty, dirtyFields } = form.formState;
  const liftGuard = useLeaveGuard(isEditing && isDirty, useLeaveQuestion());
  const saving = useCommand((client, { typed, revision }: Saved) =>
    client.users.saveUser({ id: user.id, revision, ...savedOf(typed, user.kind, dirtyFields) }),
  );
  const leave = () => {
    liftGuard();
    onDone();
  };
  const saveOver = (revision: number) =>
    form.handleSubmit((typed) =>
      saving.mutate(
        { typed, revision },
        {
          onSuccess: () => {
            toast(t('saved', { name: typed.name }));
            leave();
          },
          onError: (error) => {
            if (placeIssues(form, error)) saving.reset();
          },
        },
      ),
    )();
  return {
    form,
    isDirty,
    isBusy: saving.isPending,
    error: saving.error,
    save: () => saveOver(user.revision),
    /** Saves on top of what somebody else saved. */
    saveOver,
    leave,
  };
};
