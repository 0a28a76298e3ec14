import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CheckedPermission, TakenAway } from '../../../electron/contract/users/permissionCheck.ts';
import { sourcesOf } from './rightSources.ts';
import { useRoleName } from './useRoleName.ts';

type TakenAwaySelectProps = {
  permissions: readonly CheckedPermission[];
  value: TakenAway | null;
  onChange: (taken: TakenAway | null) => void;
};

/** Names what is thought away: one of the roles or groups that the rights come from. */
export const TakenAwaySelect = ({ permissions, value, onChange }: TakenAwaySelectProps) => {
  const { t } = useTranslation('roles');
  const nameOf = useRoleName();
  const { roles, groups } = sourcesOf(permissions);
  if (roles.length === 0) return null;
  const choose = (chosen: string) => {
    if (roles.some(({ id }) => id === chosen)) return onChange({ roleId: chosen });
    onChange(groups.some(({ id }) => id === chosen) ? { groupId: chosen } : null);
  };
  const chosen = value === null ? '' : 'roleId' in value ? value.roleId : value.groupId;
  return (
    <Field label={t('check.without')} hint={t('check.withoutHelp')}>
      <Select value={chosen} onChange={(_, data) => choose(data.value)}>
        <option value="">{t('check.nothing')}</option>
        {roles.map((role) => (
          <option key={role.id} value={role.id}>
            {t('path.role', { name: nameOf(role) })}
          </option>
        ))}
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {t('path.group', { name })}
          </option>
        ))}
      </Select>
    </Field>
  );
};
