import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Role, type RoleValues, roleValuesSchema } from '../../../electron/contract/users/role.ts';
import { placeIssues } from '../../controls/placeIssues.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { useLeaveQuestion } from '../../shell/useLeaveQuestion.ts';

const emptyValues: RoleValues = { name: '', description: '', permissions: [] };

type Saved = { values: RoleValues; revision: number };

export type RoleEditing = {
  isEditing: boolean;
  onSaved: (role: Role) => void;
  /** It was given up. */
  onLeave: () => void;
};

/** The form for one role, or for a new one: what it holds, what saves it, and what is to be decided when somebody else saved first. */
export const useRoleForm = (role: Role | null, { isEditing, onSaved, onLeave }: RoleEditing) => {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const { name, description, permissions } = role ?? emptyValues;
  const form = useForm<RoleValues>({
    defaultValues: { name, description, permissions },
    resolver: schemaResolver(roleValuesSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const saving = useCommand((client, saved: Saved) =>
    role
      ? client.roles.saveRole({ id: role.id, ...saved })
      : client.roles.createRole({ values: saved.values }),
  );
  const { isDirty } = form.formState;
  const liftGuard = useLeaveGuard(isEditing && isDirty, useLeaveQuestion());
  const saveOver = (present: number) =>
    form.handleSubmit((values) =>
      saving.mutate(
        { values, revision: present },
        {
          onSuccess: ({ role: saved }) => {
            liftGuard();
            toast(t('saved', { name: saved.name }));
            onSaved(saved);
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
    save: () => saveOver(role?.revision ?? 0),
    /** Saves on top of what somebody else saved. */
    saveOver,
    leave: () => {
      liftGuard();
      form.reset();
      saving.reset();
      onLeave();
    },
  };
};
