import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UserGrant } from '../../../electron/contract/users/user.ts';
import { useControl } from '../../controls/useControl.ts';
import { FolderSelect } from '../folders/FolderSelect.tsx';
import { RoleSelect } from './RoleSelect.tsx';
import { type ChosenGrant, noGrant } from './userForm.ts';

const useStyles = makeStyles({
  row: {
    ...{ display: 'grid', alignItems: 'end', gap: tokens.spacingHorizontalS },
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Chooses one more role, and where it is held; saved as chosen also when it is not added to the list first. */
export const NewGrant = ({ onAdd }: { onAdd: (grant: UserGrant) => void }) => {
  const { t } = useTranslation(['users', 'roles']);
  const { value, change } = useControl<ChosenGrant>('newGrant');
  const { roleId, folderId } = value;
  const add = () => {
    if (roleId === null) return;
    onAdd({ roleId, folderId });
    change(noGrant);
  };
  return (
    <div className={useStyles().row}>
      <RoleSelect value={roleId} onChange={(chosen) => change({ ...value, roleId: chosen })} />
      <FolderSelect
        label={t('roles:users.columns.place')}
        nothing={t('roles:everywhere')}
        value={folderId}
        onChange={(chosen) => change({ ...value, folderId: chosen })}
      />
      <Button disabledFocusable={roleId === null} onClick={add}>
        {t('grants.add')}
      </Button>
    </div>
  );
};
