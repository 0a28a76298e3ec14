import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../electron/contract/users/role.ts';
import { useMay } from '../../shell/useSession.ts';
import { DeleteRoleDialog } from './DeleteRoleDialog.tsx';
import { RoleForm } from './RoleForm.tsx';
import { RoleUsers } from './RoleUsers.tsx';
import { show } from './rolesPlace.ts';
import { useRoleName } from './useRoleName.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
});

/** One role: what it permits and who holds it; null: a new one. */
export const RolePane = ({ role }: { role: Role | null }) => {
  /** As it was when editing began: what somebody else saves meanwhile changes no field under the hand. */
  const [edited, setEdited] = useState<Role | null>(null);
  const isEditing = role === null || edited !== null;
  const mayViewUsers = useMay('users.view');
  const shown = edited ?? role;
  return (
    <>
      <RoleHead role={shown} onEdit={isEditing ? null : () => setEdited(role)} />
      <RoleForm
        key={`${shown?.id} ${shown?.revision}`}
        role={shown}
        isEditing={isEditing}
        onSaved={(saved) => {
          setEdited(null);
          if (!role) show({ tab: 'roles', id: saved.id });
        }}
        onLeave={() => {
          setEdited(null);
          if (!role) show({ tab: 'roles', id: null });
        }}
      />
      {role && !isEditing && mayViewUsers && <RoleUsers role={role} />}
    </>
  );
};

type RoleHeadProps = {
  role: Role | null;
  /** Null: it is being edited. */
  onEdit: (() => void) | null;
};

const RoleHead = ({ role, onEdit }: RoleHeadProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const nameOf = useRoleName();
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.name}>
          {role ? nameOf(role) : t('new.title')}
        </Subtitle1>
        {role && !role.isBuiltIn && onEdit && <RoleCommands role={role} onEdit={onEdit} />}
      </div>
      {role?.isBuiltIn && <Text>{t('builtIn')}</Text>}
      {role && onEdit && role.description !== '' && <Text>{role.description}</Text>}
    </>
  );
};

const RoleCommands = ({ role, onEdit }: { role: Role; onEdit: () => void }) => {
  const { t } = useTranslation('roles');
  const [deleting, setDeleting] = useState(false);
  const [mayEdit, mayDelete] = [useMay('roles.edit'), useMay('roles.delete')];
  return (
    <>
      {mayEdit && (
        <Button size="small" icon={<Edit16Regular />} onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
      {mayDelete && (
        <Button size="small" icon={<Delete16Regular />} onClick={() => setDeleting(true)}>
          {t('delete.menu')}
        </Button>
      )}
      {deleting && <DeleteRoleDialog role={role} onClose={() => setDeleting(false)} />}
    </>
  );
};
