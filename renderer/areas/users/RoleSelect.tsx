import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useRoles } from '../roles/rolesQueries.ts';
import { useRoleName } from '../roles/useRoleName.ts';

type RoleSelectProps = {
  value: string | null;
  /** What to know of the choice as it stands. */
  warning?: string | null;
  onChange: (roleId: string | null) => void;
};

/** One of the roles. */
export const RoleSelect = ({ value, warning = null, onChange }: RoleSelectProps) => {
  const { t } = useTranslation('roles');
  const nameOf = useRoleName();
  const roles = useRoles().data?.roles ?? [];
  return (
    <Field
      label={t('role')}
      validationMessage={warning}
      validationState={warning === null ? 'none' : 'warning'}
    >
      <Select value={value ?? ''} onChange={(_, data) => onChange(data.value || null)}>
        {value === null && <option value="" />}
        {roles.map((role) => (
          <option key={role.id} value={role.id}>
            {nameOf(role)}
          </option>
        ))}
      </Select>
    </Field>
  );
};
