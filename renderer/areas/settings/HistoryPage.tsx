import { makeStyles, mergeClasses, Spinner, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { Pager } from './Pager.tsx';
import { RevisionDetails } from './RevisionDetails.tsx';
import { RevisionList } from './RevisionList.tsx';
import { revisionsOnPage, useRevisions } from './settingsQueries.ts';

const narrow = '@media (max-width: 900px)';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: '100%' },
  panes: {
    display: 'flex',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    [narrow]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  pane: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  list: { flex: '0 0 320px', boxSizing: 'border-box', [narrow]: { flexBasis: 'auto' } },
  details: { flexGrow: 1 },
});

/** Every save of the settings: who, when, what; two compared; one put back (REQUIREMENTS N08). */
export const HistoryPage = () => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const { id } = useRoute();
  const [page, setPage] = useState(0);
  const { data, error } = useRevisions(page);
  const newest = useRevisions(0).data?.revisions[0]?.revision;
  const revisions = data?.revisions ?? [];
  const shown = revisions.find(({ revision }) => String(revision) === id) ?? revisions[0];
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('history.title')}</Title3>
      <FailureBar error={error} />
      {!data && !error && <Spinner label={t('history.loading')} />}
      {data && !shown && <p>{t('history.empty')}</p>}
      {shown && newest !== undefined && (
        <div className={styles.panes}>
          <section
            data-pane
            tabIndex={-1}
            className={mergeClasses(styles.pane, styles.list)}
            aria-label={t('history.list')}
          >
            <RevisionList
              revisions={revisions}
              shown={shown.revision}
              onShow={(revision) => navigate({ area: 'history', id: String(revision) })}
            />
            <Pager page={page} pages={Math.ceil((data?.total ?? 0) / revisionsOnPage)} onPage={setPage} />
          </section>
          <section
            data-pane
            tabIndex={-1}
            className={mergeClasses(styles.pane, styles.details)}
            aria-label={t('history.details')}
          >
            <RevisionDetails key={shown.revision} shown={shown} newest={newest} others={revisions} />
          </section>
        </div>
      )}
    </div>
  );
};
