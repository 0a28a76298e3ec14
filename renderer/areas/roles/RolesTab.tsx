import { Button, Spinner } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../electron/contract/users/role.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { LinkList } from '../../controls/LinkList.tsx';
import { TwoPanes } from '../../controls/TwoPanes.tsx';
import { useMay } from '../../shell/useSession.ts';
import { RolePane } from './RolePane.tsx';
import { linkTo, newRoleId, show } from './rolesPlace.ts';
import { useRoles } from './rolesQueries.ts';
import { useRoleName } from './useRoleName.ts';

const useEntries = (roles: readonly Role[]) => {
  const { t } = useTranslation('roles');
  const nameOf = useRoleName();
  return roles.map((role) => ({
    id: role.id,
    href: linkTo({ tab: 'roles', id: role.id }),
    title: nameOf(role),
    detail: t('heldBy', { count: role.holders.users + role.holders.groups }),
  }));
};

/** Every role, and the one that is chosen: what it permits and who holds it. */
export const RolesTab = ({ id }: { id: string | null }) => {
  const { t } = useTranslation(['roles', 'shell']);
  const { data, error } = useRoles();
  const mayCreate = useMay('roles.create');
  const roles = data?.roles ?? [];
  const entries = useEntries(roles);
  if (!data) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  const shown = id === newRoleId ? null : (roles.find((role) => role.id === id) ?? roles[0] ?? null);
  return (
    <TwoPanes
      listLabel={t('tabs.roles')}
      list={
        <>
          <LinkList label={t('tabs.roles')} entries={entries} shownId={shown?.id ?? null} />
          {mayCreate && (
            <Button
              appearance="subtle"
              icon={<Add16Regular />}
              onClick={() => show({ tab: 'roles', id: newRoleId })}
            >
              {t('new.action')}
            </Button>
          )}
        </>
      }
      detailsLabel={t('role')}
      /** Of one that somebody else deletes, what is typed stays. */
      details={<RolePane key={id ?? shown?.id ?? newRoleId} role={shown} />}
    />
  );
};
