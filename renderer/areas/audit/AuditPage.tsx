import { makeStyles, mergeClasses, Title3, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { AuditCommands } from './AuditCommands.tsx';
import { AuditDetails } from './AuditDetails.tsx';
import { nothingChosen, toAuditFilter } from './auditFilter.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditList } from './AuditList.tsx';
import { formatAuditPlace, parseAuditPlace } from './auditPlace.ts';
import { ChainState } from './ChainState.tsx';

const narrow = '@media (max-width: 1100px)';
/** A window so low, or zoomed so far, that the page scrolls instead of its panes. */
const low = '@media (max-height: 480px)';

const useStyles = makeStyles({
  page: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    ...{ height: '100%', minHeight: 0 },
    [low]: { height: 'auto' },
  },
  panes: { display: 'flex', flexGrow: 1, minHeight: 0, gap: tokens.spacingHorizontalM },
  pane: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    ...{ boxSizing: 'border-box', minWidth: 0, minHeight: 0, overflow: 'auto' },
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { flex: '1 1 auto' },
  details: { flex: '0 0 400px', [narrow]: { flex: '1 1 auto' } },
  awayWhenNarrow: { [narrow]: { display: 'none' } },
});

/** The audit: who did what, when, from where, and what that changed. */
export const AuditPage = () => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const mayView = useMay('audit.view');
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('shell:areas.audit')}</Title3>
      {mayView ? <Audit /> : <p>{t('noRight')}</p>}
    </div>
  );
};

const Audit = () => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const place = parseAuditPlace(useRoute().id);
  const [chosen, choose] = useState(nothingChosen);
  /** Typing stays smooth: the list follows. */
  const filter = toAuditFilter(useDeferredValue(chosen), place.userId);
  const go = (next: Partial<typeof place>) =>
    navigate({ area: 'audit', id: formatAuditPlace({ ...place, ...next }) });
  return (
    <>
      <ChainState onShow={(number) => go({ number })} />
      <div className={styles.panes}>
        <section
          data-pane
          tabIndex={-1}
          aria-label={t('list.label')}
          className={mergeClasses(styles.pane, styles.list, place.number !== null && styles.awayWhenNarrow)}
        >
          <AuditCommands filter={filter} />
          <AuditFilters
            chosen={chosen}
            onChoose={choose}
            userId={place.userId}
            onAnyUser={() => go({ userId: null })}
          />
          <AuditList filter={filter} openNumber={place.number} onOpen={(number) => go({ number })} />
        </section>
        {place.number !== null && (
          <section
            data-pane
            tabIndex={-1}
            aria-label={t('details.label')}
            className={mergeClasses(styles.pane, styles.details)}
          >
            <AuditDetails
              key={place.number}
              number={place.number}
              onClose={() => go({ number: null })}
              onOnlyUser={(userId) => go({ userId })}
              onOnlyOperation={(operation) => choose({ ...chosen, operation })}
            />
          </section>
        )}
      </div>
    </>
  );
};
