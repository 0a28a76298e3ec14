import { useTranslation } from 'react-i18next';
import type { DirectoryIdentity } from '../../../../electron/contract/directory/membership.ts';
import { useMay } from '../../../shell/useSession.ts';
import { useFirstEntry } from '../../audit/auditQueries.ts';

type ArrivalProps = {
  identity: DirectoryIdentity;
  /** Since when it is known here, ISO 8601. */
  knownSince: string;
};

/** How a user or group came here; by whom it was added, for who may see the audit that knows it. */
export const Arrival = ({ identity: { isAutoProvisioned, accountName }, knownSince }: ArrivalProps) => {
  const { t } = useTranslation('users');
  const isAsked = useMay('audit.view') && !isAutoProvisioned;
  const addition = { operation: 'directory.addObjects', subject: accountName, from: knownSince };
  const { data } = useFirstEntry(isAsked ? addition : null);
  if (isAutoProvisioned) return t('directory.provisioned');
  return data?.user ? t('directory.addedBy', { user: data.user }) : t('directory.added');
};
