import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useFormSaving } from '../../shell/useFormSaving.ts';
import { judgeBy, savedIssues, savedOf, toForm, type UserForm } from './userForm.ts';

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
  const { dirtyFields } = form.formState;
  const { giveUp, ...saving } = useFormSaving(form, {
    isEditing,
    command: async (client, { typed, revision }) => {
      await client.users.saveUser({ id: user.id, revision, ...savedOf(typed, user.kind, dirtyFields) });
      return typed.name;
    },
    onSaved: (name) => {
      toast(t('saved', { name }));
      onDone();
    },
  });
  return {
    form,
    ...saving,
    save: () => saving.saveOver(user.revision),
    leave: () => {
      giveUp();
      onDone();
    },
  };
};
