import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { UserListPane } from './UserListPane.tsx';
import { UserPane } from './UserPane.tsx';
import { besideUser } from './userColumns.ts';
import { UsersHeader } from './UsersHeader.tsx';
import { useShownColumns } from './useShownColumns.ts';
import { useUserList } from './useUserList.ts';

const narrow = '@media (max-width: 1100px)';
/** A window so low, or zoomed so far, that the page scrolls instead of its panes. */
const low = '@media (max-height: 480px)';

const useStyles = makeStyles({
  page: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    ...{ height: '100%', minHeight: 0, [low]: { height: 'auto' } },
  },
  panes: { display: 'flex', flexGrow: 1, minHeight: 0, gap: tokens.spacingHorizontalM },
  pane: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    ...{ boxSizing: 'border-box', minWidth: 0, minHeight: 0, padding: tokens.spacingHorizontalM },
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { flex: '1 1 auto' },
  user: {
    '& > *': { flexShrink: 0 },
    flex: '0 0 500px',
    overflowY: 'auto',
    paddingBlockEnd: 0,
    [narrow]: { flex: '1 1 auto' },
  },
  awayWhenNarrow: { [narrow]: { display: 'none' } },
});

/** Settings > Users: everybody who can sign in, and one of them beside the table. */
export const UsersPage = () => {
  const { t } = useTranslation('users');
  return useMay('users.view') ? <Users /> : <p>{t('noRight')}</p>;
};

const Users = () => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const { id } = useRoute();
  const list = useUserList();
  const columns = useShownColumns();
  return (
    <div className={styles.page}>
      <UsersHeader list={list} columns={columns} />
      <div className={styles.panes}>
        <section
          data-pane
          tabIndex={-1}
          aria-label={t('list')}
          className={mergeClasses(styles.pane, styles.list, id !== null && styles.awayWhenNarrow)}
        >
          <UserListPane
            list={list}
            columns={id === null ? columns.shown : besideUser(columns.shown)}
            openId={id}
          />
        </section>
        {id !== null && (
          <section
            data-pane
            tabIndex={-1}
            aria-label={t('user')}
            className={mergeClasses(styles.pane, styles.user)}
          >
            <UserPane key={id} id={id} />
          </section>
        )}
      </div>
    </div>
  );
};
