import { Button, makeStyles, mergeClasses, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useRoute } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { KeptMailsBar } from './KeptMailsBar.tsx';
import { LinkAddressDialog } from './LinkAddressDialog.tsx';
import { NoticeDetails } from './NoticeDetails.tsx';
import { NoticeFilters } from './NoticeFilters.tsx';
import { NoticeTable } from './NoticeTable.tsx';
import { type NoticeFilter, noticesOnPage, useNotices } from './noticesQueries.ts';
import { RehearsalDialog } from './RehearsalDialog.tsx';
import { UnreachableUsers } from './UnreachableUsers.tsx';
import { Pager } from '../settings/Pager.tsx';

const narrow = '@media (max-width: 1000px)';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  commands: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  panes: {
    ...{ display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalM },
    [narrow]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  pane: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    ...{ flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere', boxSizing: 'border-box' },
    [narrow]: { flexBasis: 'auto' },
  },
  /** Addresses stay whole: too long ones are scrolled to. */
  list: { overflowX: 'auto' },
  awayWhenNarrow: { [narrow]: { display: 'none' } },
});

/** The delivery log (REQUIREMENTS M16): each mail of the program, to whom, when, what became of it; and the rehearsal of one. */
export const NoticesPage = () => {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const mayRead = [useMay('mail.view'), useMay('users.view')].every(Boolean);
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('shell:areas.notices')}</Title3>
      {mayRead ? <Log /> : <p>{t('noRight')}</p>}
    </div>
  );
};

const Log = () => {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const [filter, setFilter] = useState<NoticeFilter>({ kind: null, state: null });
  const [page, setPage] = useState(0);
  const { data, error } = useNotices(filter, page);
  const { id } = useRoute();
  const shown = data?.notices.find((notice) => notice.id === id);
  return (
    <>
      <div className={mergeClasses(styles.page, shown && styles.awayWhenNarrow)}>
        <KeptMailsBar />
        <UnreachableUsers />
        <div className={styles.commands}>
          <NoticeFilters
            filter={filter}
            onFilter={(next) => {
              setFilter(next);
              setPage(0);
            }}
          />
          <Commands />
        </div>
      </div>
      <FailureBar error={error} />
      <div className={styles.panes}>
        <section
          className={mergeClasses(styles.pane, styles.list, shown && styles.awayWhenNarrow)}
          aria-label={t('list')}
          data-pane
          tabIndex={-1}
        >
          {data && <NoticeTable notices={data.notices} shownId={shown?.id ?? null} />}
          <Pager page={page} pages={Math.ceil((data?.total ?? 0) / noticesOnPage)} onPage={setPage} />
        </section>
        {shown && (
          <section className={styles.pane} aria-label={t('details')} data-pane tabIndex={-1}>
            <NoticeDetails key={shown.id} notice={shown} />
          </section>
        )}
      </div>
    </>
  );
};

const dialogs = { rehearsal: RehearsalDialog, links: LinkAddressDialog };

const Commands = () => {
  const { t } = useTranslation('notices');
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const isAsked = useRoute().field === 'publicUrl';
  const mayEditUsers = useMay('users.edit');
  const mayEditSettings = useMay('settings.edit');
  const [wasAsked, setWasAsked] = useState(false);
  if (isAsked && !wasAsked) {
    setWasAsked(true);
    if (mayEditSettings) setOpen('links');
  }
  const Opened = open && dialogs[open];
  return (
    <>
      {mayEditUsers && (
        <Button appearance="primary" onClick={() => setOpen('rehearsal')}>
          {t('rehearsal.open')}
        </Button>
      )}
      {mayEditSettings && <Button onClick={() => setOpen('links')}>{t('links.open')}</Button>}
      {Opened && <Opened onClose={() => setOpen(null)} />}
    </>
  );
};
