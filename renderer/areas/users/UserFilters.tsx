import { Button, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { userKinds, type UserQuery } from '../../../electron/contract/users/user.ts';
import { useFolders } from '../folders/folderQueries.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';
import { useRoles } from '../roles/rolesQueries.ts';
import { useRoleName } from '../roles/useRoleName.ts';
import { everyUser, type UserList } from './useUserList.ts';

const states: readonly NonNullable<UserQuery['state']>[] = ['active', 'inactive', 'locked'];

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 200px', maxWidth: '360px' },
});

/** Which users the table shows: those that have all of it. */
export const UserFilters = ({ list }: { list: UserList }) => {
  const { t } = useTranslation(['users', 'roles']);
  const styles = useStyles();
  const { filter, setFilter } = list;
  const nameOf = useRoleName();
  const pathOf = useFolderPath();
  const roles = useRoles().data?.roles ?? [];
  const folders = useFolders().data?.folders ?? [];
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <div className={styles.filters} role="search">
      <SearchBox
        className={styles.search}
        value={filter.search}
        aria-label={t('filters.search')}
        placeholder={t('filters.search')}
        onChange={(_, { value }) => setFilter({ search: value.slice(0, 256) })}
      />
      <Filter
        label={t('filters.kind')}
        value={filter.kind}
        choices={userKinds.map((kind) => ({ value: kind, label: t(`roles:kinds.${kind}`) }))}
        onChange={(kind) => setFilter({ kind })}
      />
      <Filter
        label={t('filters.state')}
        value={filter.state}
        choices={states.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        onChange={(state) => setFilter({ state })}
      />
      <Filter
        label={t('filters.role')}
        value={filter.roleId}
        choices={roles.map((role) => ({ value: role.id, label: nameOf(role) }))}
        onChange={(roleId) => setFilter({ roleId })}
      />
      <Filter
        label={t('filters.folder')}
        value={filter.folderId}
        choices={folders.map(({ id }) => ({ value: id, label: pathOf(id) }))}
        onChange={(folderId) => setFilter({ folderId })}
      />
      {isFiltered && (
        <Button appearance="subtle" onClick={() => setFilter(everyUser)}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
};

type FilterProps<Value extends string> = {
  /** Also what it says while it lets everybody through. */
  label: string;
  value: Value | null;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value | null) => void;
};

const Filter = <Value extends string>({ label, value, choices, onChange }: FilterProps<Value>) => {
  const { t } = useTranslation('users');
  if (choices.length === 0) return null;
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      onChange={(_, data) => onChange(choices.find((choice) => choice.value === data.value)?.value ?? null)}
    >
      <option value="">{t('filters.any', { what: label })}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
};
