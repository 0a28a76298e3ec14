import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NearTime } from '../../controls/NearTime.tsx';
import { useClient } from '../../shell/ClientContext.ts';
import { ChangesTable } from '../settings/ChangesTable.tsx';

/** However much was changed, what to do about it stays in sight below. */
const useStyles = makeStyles({ changes: { maxHeight: '24vh', overflowY: 'auto' } });

type ConflictDetailsProps = { since: number; profileId: string };

/** Who changed this profile after revision `since`, when, and what. */
export const ConflictDetails = ({ since, profileId }: ConflictDetailsProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['settings', 'revisions', 'since', since],
    queryFn: ({ signal }) => client.settings.listRevisions({ offset: 0, limit: 50 }, { signal }),
    staleTime: 0,
  });
  const theirs = (data?.revisions ?? [])
    .map((saved) => ({ ...saved, changes: saved.changes.filter(({ path }) => path.includes(profileId)) }))
    .filter(({ revision, changes }) => revision > since && changes.length > 0);
  return (
    <div className={styles.changes} tabIndex={0} role="group" aria-label={t('conflict.changes')}>
      {theirs.map(({ revision, by, at, changes }) => (
        <div key={revision}>
          <p>
            {t('conflict.who', { by, revision })} (<NearTime moment={at} />)
          </p>
          <ChangesTable changes={changes} />
        </div>
      ))}
    </div>
  );
};
