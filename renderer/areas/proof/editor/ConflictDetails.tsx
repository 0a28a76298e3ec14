import { makeStyles } from '@fluentui/react-components';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NearTime } from '../../../controls/NearTime.tsx';
import { useClient } from '../../../shell/ClientContext.ts';
import { useMay } from '../../../shell/useSession.ts';
import { ChangesTable } from '../../settings/ChangesTable.tsx';

/** However much was changed, what to do about it stays in sight below. */
const useStyles = makeStyles({ changes: { maxHeight: '24vh', overflowY: 'auto' } });

export type ConflictDetailsProps = {
  since: number;
  /** Whether the conflict is about the setting with this key. */
  isAbout: (path: string) => boolean;
};

/** Who changed these settings after revision `since`, when, and what; nothing for somebody who may not see the history. */
export const ConflictDetails = ({ since, isAbout }: ConflictDetailsProps) => {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const client = useClient();
  const mayView = useMay('settings.view');
  const { data } = useQuery({
    queryKey: ['settings', 'revisions', 'since', since],
    queryFn: mayView
      ? ({ signal }) => client.settings.listRevisions({ offset: 0, limit: 50 }, { signal })
      : skipToken,
    staleTime: 0,
  });
  const theirs = (data?.revisions ?? [])
    .map((saved) => ({ ...saved, changes: saved.changes.filter(({ path }) => isAbout(path)) }))
    .filter(({ revision, changes }) => revision > since && changes.length > 0);
  if (theirs.length === 0) return null;
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
