import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { AlertDetails } from './AlertDetails.tsx';
import { AlertFilters } from './AlertFilters.tsx';
import { AlertListPane } from './AlertListPane.tsx';
import { useAlertList } from './useAlertList.ts';

const narrow = '@media (max-width: 900px)';

const useStyles = makeStyles({
  panes: { display: 'flex', flexGrow: 1, minHeight: 0, gap: tokens.spacingHorizontalM },
  pane: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    ...{ boxSizing: 'border-box', minWidth: 0, minHeight: 0, padding: tokens.spacingHorizontalM },
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { flex: '1 1 60%' },
  details: { flex: '1 1 40%', overflowY: 'auto' },
  awayWhenNarrow: { [narrow]: { display: 'none' } },
});

/** The alerts, and beside them the one that is open; alone in a narrow window. */
export const AlertsTab = ({ openId }: { openId: number | null }) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  const list = useAlertList();
  return (
    <>
      <FailureBar error={list.error} />
      <AlertFilters filter={list.filter} onChange={list.setFilter} />
      <div className={styles.panes}>
        <section
          data-pane
          tabIndex={-1}
          aria-label={t('list.label')}
          className={mergeClasses(styles.pane, styles.list, openId !== null && styles.awayWhenNarrow)}
        >
          <AlertListPane list={list} openId={openId} />
        </section>
        <section
          data-pane
          tabIndex={-1}
          aria-label={t('details.label')}
          className={mergeClasses(styles.pane, styles.details, openId === null && styles.awayWhenNarrow)}
        >
          <AlertDetails key={openId} id={openId} />
        </section>
      </div>
    </>
  );
};
