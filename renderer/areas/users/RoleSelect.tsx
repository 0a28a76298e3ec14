import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useRoles } from '../roles/rolesQueries.ts';
import { useRoleName } from '../roles/useRoleName.ts';

type RoleSelectProps = {
  value: string | null;
  onChange: (roleId: string | null) => void;
};

/** One of the roles. */
export const RoleSelect = ({ value, onChange }: RoleSelectProps) => {
  const { t } = useTranslation('roles');
  const nameOf = useRoleName();
  const roles = useRoles().data?.roles ?? [];
  return (
    <Field label={t('role')}>
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
