import { Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Holder } from '../../../electron/contract/users/holders.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { linkTo } from '../roles/rolesPlace.ts';
import { useRoles } from '../roles/rolesQueries.ts';
import { useRoleName } from '../roles/useRoleName.ts';
import { useFolderUsers } from './folderQueries.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    ...{ padding: tokens.spacingHorizontalXS, textAlign: 'start', overflowWrap: 'anywhere' },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  note: { color: tokens.colorNeutralForeground2 },
});

/** Who holds a role for a folder; nothing for somebody who may not know it. */
export const FolderUsers = ({ id }: { id: string }) => {
  const { t } = useTranslation(['folders', 'roles']);
  const styles = useStyles();
  const { data, error } = useFolderUsers(id);
  if (!data) return <FailureBar error={error} />;
  const more = data.total - data.holders.length;
  return (
    <section>
      <Subtitle2 as="h3">{t('grants.title')}</Subtitle2>
      {data.total === 0 ? <Text block>{t('grants.none')}</Text> : <Grants holders={data.holders} />}
      {more > 0 && <Text block>{t('roles:users.more', { count: more })}</Text>}
      <Text block size={200} className={styles.note}>
        {t('grants.inherited')}
      </Text>
    </section>
  );
};

const Grants = ({ holders }: { holders: readonly Holder[] }) => {
  const { t } = useTranslation(['folders', 'roles']);
  const styles = useStyles();
  const nameOf = useRoleName();
  const roles = useRoles().data?.roles ?? [];
  const roleName = (roleId: string) => {
    const role = roles.find(({ id }) => id === roleId);
    return role ? nameOf(role) : roleId.slice(0, 8);
  };
  return (
    <table className={styles.table} aria-label={t('grants.title')}>
      <thead>
        <tr>
          {[t('roles:users.columns.name'), t('roles:users.columns.kind'), t('roles:role')].map((column) => (
            <th key={column} scope="col" className={styles.cell}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holders.map(({ id, name, kind, roleId }) => (
          <tr key={`${id} ${roleId}`}>
            <td className={styles.cell}>
              <Link href={linkTo({ tab: 'check', id })}>{name}</Link>
            </td>
            <td className={styles.cell}>{t(`roles:kinds.${kind}`)}</td>
            <td className={styles.cell}>
              <Link href={linkTo({ tab: 'roles', id: roleId })}>{roleName(roleId)}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
