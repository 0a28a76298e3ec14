import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserGrant } from '../../../electron/contract/users/user.ts';
import { FolderSelect } from '../folders/FolderSelect.tsx';
import { RoleSelect } from './RoleSelect.tsx';

const useStyles = makeStyles({
  row: {
    ...{ display: 'grid', alignItems: 'start', gap: tokens.spacingHorizontalS },
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Chooses one more role, and where it is held. */
export const NewGrant = ({ onAdd }: { onAdd: (grant: UserGrant) => void }) => {
  const { t } = useTranslation(['users', 'roles']);
  const [roleId, setRoleId] = useState<string | null>(null);
  const [folderId, setFolderId] = useState<string | null>(null);
  const add = () => {
    if (roleId === null) return;
    onAdd({ roleId, folderId });
    setRoleId(null);
    setFolderId(null);
  };
  return (
    <div className={useStyles().row}>
      <RoleSelect
        value={roleId}
        warning={roleId === null ? null : t('grants.notAdded')}
        onChange={setRoleId}
      />
      <FolderSelect
        label={t('roles:users.columns.place')}
        nothing={t('roles:everywhere')}
        value={folderId}
        onChange={setFolderId}
      />
      <Button disabledFocusable={roleId === null} onClick={add}>
        {t('grants.add')}
      </Button>
    </div>
  );
};
