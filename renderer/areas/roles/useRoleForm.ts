import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Role, type RoleValues, roleValuesSchema } from '../../../electron/contract/users/role.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useFormSaving } from '../../shell/useFormSaving.ts';

const emptyValues: RoleValues = { name: '', description: '', permissions: [] };

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
  const { giveUp, ...saving } = useFormSaving(form, {
    isEditing,
    command: (client, { typed: values, revision }) =>
      role ? client.roles.saveRole({ id: role.id, revision, values }) : client.roles.createRole({ values }),
    onSaved: ({ role: saved }) => {
      toast(t('saved', { name: saved.name }));
      onSaved(saved);
    },
  });
  return {
    form,
    ...saving,
    save: () => saving.saveOver(role?.revision ?? 0),
    leave: () => {
      giveUp();
      onLeave();
    },
  };
};
