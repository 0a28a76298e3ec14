import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { UserListPane } from './UserListPane.tsx';

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
});

/** Settings > Users: everybody who can sign in, and one of them beside the table. */
export const UsersPage = () => {
  const { t } = useTranslation(['users', 'shell']);
  const styles = useStyles();
  const { id } = useRoute();
  if (!useMay('users.view')) return <p>{t('noRight')}</p>;
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('shell:areas.users')}</Title3>
      <div className={styles.panes}>
        <section className={`${styles.pane} ${styles.list}`} aria-label={t('list')} data-pane tabIndex={-1}>
          <UserListPane openId={id} />
        </section>
      </div>
    </div>
  );
};
