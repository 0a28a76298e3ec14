import { Button, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowImport16Regular } from '@fluentui/react-icons/svg/arrow-import';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFileDownload } from '../../controls/useFileDownload.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useFailureToast } from '../../shell/ToastContext.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { AddFromDirectory } from './directory/AddFromDirectory.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { NewUserDialog } from './NewUserDialog.tsx';
import { everyUser, type UserList } from './useUserList.ts';
import type { ShownColumns } from './useShownColumns.ts';

const useStyles = makeStyles({
  header: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1 },
});

/** Takes filters away that could hide who was added, and opens the first of them. */
const showAdded = (list: UserList, [id]: readonly string[]) => {
  list.setFilter(everyUser);
  if (id !== undefined) navigate({ area: 'users', id });
};

type UsersHeaderProps = { list: UserList; columns: ShownColumns };

/** The title, what makes users, and what can be done with the list. */
export const UsersHeader = ({ list, columns }: UsersHeaderProps) => {
  const { t } = useTranslation(['users', 'shell']);
  const styles = useStyles();
  const [asked, setAsked] = useState<'new' | 'import' | null>(null);
  const [mayCreate, mayEdit, mayViewRoles, mayViewDirectory] = [
    useMay('users.create'),
    useMay('users.edit'),
    useMay('roles.view'),
    useMay('directory.view'),
  ];
  const close = () => setAsked(null);
  return (
    <div className={styles.header}>
      <Title3 as="h1" className={styles.title}>
        {t('shell:areas.users')}
      </Title3>
      {mayCreate && mayViewRoles && (
        <Button appearance="primary" icon={<Add16Regular />} onClick={() => setAsked('new')}>
          {t('new.command')}
        </Button>
      )}
      {mayCreate && mayViewRoles && mayViewDirectory && (
        <AddFromDirectory onAdded={(userIds) => showAdded(list, userIds)} />
      )}
      {(mayCreate || mayEdit) && mayViewRoles && (
        <Button icon={<ArrowImport16Regular />} onClick={() => setAsked('import')}>
          {t('import.command')}
        </Button>
      )}
      <ExportButton list={list} />
      <ColumnsMenu {...columns} />
      {asked === 'new' && <NewUserDialog onClose={close} />}
      {asked === 'import' && <ImportDialog onClose={close} />}
    </div>
  );
};

const ExportButton = ({ list }: { list: UserList }) => {
  const { t } = useTranslation('users');
  const { users } = useClient();
  const exporting = useFileDownload(() => users.exportUsers({ ...list.asked, sort: list.sort }));
  const onError = useFailureToast();
  return (
    <Button
      icon={<ArrowDownload16Regular />}
      disabledFocusable={list.total === 0 || exporting.isPending}
      onClick={() => exporting.mutate(undefined, { onError })}
    >
      {t('commands.export')}
    </Button>
  );
};
