import { makeStyles, mergeClasses, Spinner, Title3, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { Pager } from './Pager.tsx';
import { RevisionDetails } from './RevisionDetails.tsx';
import { RevisionList } from './RevisionList.tsx';
import { revisionsOnPage, showRevision } from './revisionPages.ts';
import { useRevisions } from './settingsQueries.ts';

const narrow = '@media (max-width: 900px)';

const useStyles = makeStyles({
  page: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, height: '100%' },
    [narrow]: { height: 'auto' },
  },
  panes: {
    ...{ display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalM, flexGrow: 1, minHeight: 0 },
    [narrow]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  pane: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    ...{ minWidth: 0, maxHeight: '100%', overflowY: 'auto', boxSizing: 'border-box' },
    [narrow]: { maxHeight: 'none' },
  },
  list: { flex: '0 0 320px', [narrow]: { flexBasis: 'auto', maxHeight: '40vh' } },
  details: { flexGrow: 1 },
});

const show = (revision: number | undefined): void =>
  navigate(revision === undefined ? { area: 'history' } : { area: 'history', id: String(revision) });

/** Every save of the settings: who, when, what; two compared; one put back (REQUIREMENTS N08). */
export const HistoryPage = () => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const { id } = useRoute();
  const { data, error } = useRevisions();
  const revisions = data?.revisions ?? [];
  const view = showRevision(revisions, id);
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('history.title')}</Title3>
      <FailureBar error={error} />
      {!data && !error && <Spinner label={t('history.loading')} />}
      {data && !view && <p>{t('history.empty')}</p>}
      {view && (
        <div className={styles.panes}>
          <section
            data-pane
            tabIndex={-1}
            className={mergeClasses(styles.pane, styles.list)}
            aria-label={t('history.list')}
          >
            <RevisionList revisions={view.onPage} shown={view.shown.revision} onShow={show} />
            <Pager
              page={view.page}
              pages={view.pages}
              onPage={(page) => show(revisions[page * revisionsOnPage]?.revision)}
            />
          </section>
          <section
            data-pane
            tabIndex={-1}
            className={mergeClasses(styles.pane, styles.details)}
            aria-label={t('history.details')}
          >
            <RevisionDetails key={view.shown.revision} shown={view.shown} revisions={revisions} />
          </section>
        </div>
      )}
    </div>
  );
};
