import { Spinner, Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { HolderCounts } from '../../../electron/contract/users/holders.ts';
import type { Role } from '../../../electron/contract/users/role.ts';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { useMay } from '../../shell/useSession.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { HolderNames } from './HolderNames.tsx';
import { show } from './rolesPlace.ts';
import { useRoleDeletion, useRoleUsers } from './rolesQueries.ts';

type Deletion = { revision: number; holders: HolderCounts };

/** Says who loses the role, by name where that may be known, and deletes it. Who holds it otherwise by then is a conflict. */
export const DeleteRoleDialog = ({ role, onClose }: { role: Role; onClose: () => void }) => {
  const { t } = useTranslation(['roles', 'shell']);
  const toast = useToast();
  const mayViewUsers = useMay('users.view');
  const preview = useRoleDeletion(role.id);
  const deletion = useCommand((client, deletionOf: Deletion) =>
    client.roles.deleteRole({ id: role.id, ...deletionOf }),
  );
  const confirm = () => {
    if (!preview.data) return;
    deletion.mutate(preview.data, {
      onSuccess: () => {
        onClose();
        toast(t('delete.done', { name: role.name }));
        show({ tab: 'roles', id: null });
      },
    });
  };
  return (
    <ActionDialog
      title={t('delete.title', { name: role.name })}
      action={t('delete.action')}
      isBusy={deletion.isPending}
      canAct={!preview.isFetching}
      failure={preview.error}
      onSubmit={confirm}
      onClose={onClose}
    >
      {!preview.data && <Spinner label={t('shell:loading')} />}
      {preview.data && <Text>{t('delete.consequence', { ...preview.data.holders })}</Text>}
      {mayViewUsers && <RoleHolderNames id={role.id} />}
      <RefusalBar error={deletion.error} />
    </ActionDialog>
  );
};

const RoleHolderNames = ({ id }: { id: string }) => {
  const { data } = useRoleUsers(id, 0);
  return data && <HolderNames holders={data.holders} total={data.total} />;
};
