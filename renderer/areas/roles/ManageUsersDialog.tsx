import { Checkbox, Field, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../electron/contract/users/role.ts';
import type { UserSummary } from '../../../electron/contract/users/user.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { FolderSelect } from '../folders/FolderSelect.tsx';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { useFoundUsers } from './rolesQueries.ts';
import { useRoleName } from './useRoleName.ts';

const useStyles = makeStyles({
  users: { margin: 0, padding: 0, listStyleType: 'none', minHeight: '160px' },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** Gives the role to users that are looked up by name, in one place. */
export const ManageUsersDialog = ({ role, onClose }: { role: Role; onClose: () => void }) => {
  const { t } = useTranslation('roles');
  const toast = useToast();
  const nameOf = useRoleName();
  const [folderId, setFolderId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const giving = useCommand((client, add: string[]) =>
    client.roles.setRoleUsers({ id: role.id, folderId, add, remove: [] }),
  );
  const flip = (id: string) => {
    const others = [...chosen].filter((other) => other !== id);
    setChosen(new Set(chosen.has(id) ? others : [...others, id]));
  };
  const give = () => {
    if (chosen.size === 0) return;
    giving.mutate([...chosen], {
      onSuccess: () => {
        onClose();
        toast(t('users.added', { count: chosen.size, role: nameOf(role) }));
      },
    });
  };
  return (
    <ActionDialog
      title={t('users.addTitle', { role: nameOf(role) })}
      action={t('users.addAction', { count: chosen.size })}
      isBusy={giving.isPending}
      canAct={chosen.size > 0}
      failure={null}
      onSubmit={give}
      onClose={onClose}
    >
      <FolderSelect
        label={t('users.columns.place')}
        nothing={t('everywhere')}
        value={folderId}
        onChange={setFolderId}
      />
      <FoundUsers chosen={chosen} onFlip={flip} />
      <RefusalBar error={giving.error} />
    </ActionDialog>
  );
};

type FoundUsersProps = { chosen: ReadonlySet<string>; onFlip: (id: string) => void };

const FoundUsers = ({ chosen, onFlip }: FoundUsersProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const { data, error } = useFoundUsers(useDeferredValue(typed.trim()));
  const users: readonly UserSummary[] = data?.users ?? [];
  return (
    <>
      <Field label={t('users.search')} hint={t('users.found', { count: data?.total ?? 0 })}>
        <SearchBox value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <FailureBar error={error} />
      <ul className={styles.users} aria-label={t('users.foundList')}>
        {users.map(({ id, name, displayName, kind }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.has(id)}
              onChange={() => onFlip(id)}
              label={
                <>
                  {name}{' '}
                  <Text size={200} className={styles.detail}>
                    {[displayName, t(`kinds.${kind}`)].filter(Boolean).join(' · ')}
                  </Text>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </>
  );
};
