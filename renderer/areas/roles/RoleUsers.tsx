import { Button, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { PeopleAdd16Regular } from '@fluentui/react-icons/svg/people-add';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../electron/contract/users/role.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useMay } from '../../shell/useSession.ts';
import { Pager } from '../settings/Pager.tsx';
import { ManageUsersDialog } from './ManageUsersDialog.tsx';
import { RoleUsersTable } from './RoleUsersTable.tsx';
import { holdersOnPage, useRoleUsers } from './rolesQueries.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

/** *Manage users* (REQUIREMENTS U25): who holds the role, and where. */
export const RoleUsers = ({ role }: { role: Role }) => {
  const { t } = useTranslation(['roles', 'shell']);
  const styles = useStyles();
  const [page, setPage] = useState(0);
  const [adding, setAdding] = useState(false);
  const { data, error } = useRoleUsers(role.id, page);
  const mayManage = useMay('roles.edit');
  return (
    <section className={styles.section} aria-label={t('users.title')}>
      <Subtitle2 as="h3">{t('users.title')}</Subtitle2>
      <FailureBar error={error} />
      {!data && !error && <Spinner label={t('shell:loading')} />}
      {data?.total === 0 && t('users.none')}
      {data && data.total > 0 && (
        <>
          <RoleUsersTable role={role} holders={data.holders} mayManage={mayManage} />
          <Pager page={page} pages={Math.ceil(data.total / holdersOnPage)} onPage={setPage} />
        </>
      )}
      {mayManage && (
        <Button size="small" icon={<PeopleAdd16Regular />} onClick={() => setAdding(true)}>
          {t('users.add')}
        </Button>
      )}
      {adding && <ManageUsersDialog role={role} onClose={() => setAdding(false)} />}
    </section>
  );
};
