import { Body1, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../electron/contract/audit/entry.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { isEverything } from './auditFilter.ts';
import { AuditGrid } from './AuditGrid.tsx';
import { useAuditEntries } from './auditQueries.ts';

const useStyles = makeStyles({
  empty: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    paddingBlock: tokens.spacingVerticalL,
  },
});

type AuditListProps = { filter: AuditFilter; openNumber: number | null; onOpen: (number: number) => void };

/** The entries that the filter lets through; or why there are none. */
export const AuditList = ({ filter, openNumber, onOpen }: AuditListProps) => {
  const { t } = useTranslation('audit');
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useAuditEntries(filter);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  if (!data && !error) return <Spinner label={t('list.loading')} />;
  return (
    <>
      <FailureBar error={error} />
      {data && entries.length === 0 && <NoEntries reason={isEverything(filter) ? 'empty' : 'none'} />}
      {entries.length > 0 && (
        <AuditGrid
          key={JSON.stringify(filter)}
          entries={entries}
          hasMore={hasNextPage}
          onMore={() => void (isFetchingNextPage || fetchNextPage())}
          openNumber={openNumber}
          onOpen={onOpen}
        />
      )}
    </>
  );
};

const NoEntries = ({ reason }: { reason: 'empty' | 'none' }) => {
  const { t } = useTranslation('audit');
  return (
    <div className={useStyles().empty}>
      <Subtitle2>{t(`${reason}.title`)}</Subtitle2>
      <Body1>{t(`${reason}.help`)}</Body1>
    </div>
  );
};
