import { Spinner } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { useComparison } from './settingsQueries.ts';

/** How the settings of `to` differ from those of `from`. */
export const Comparison = ({ from, to }: { from: number; to: number }) => {
  const { t } = useTranslation('settings');
  const { data, error } = useComparison(from, to);
  if (error) return <FailureBar error={error} />;
  if (!data) return <Spinner label={t('history.comparing')} />;
  return (
    <ChangesTable
      changes={data.changes}
      hidden={data.hiddenChanges}
      before={t('history.number', { revision: from })}
      after={t('history.number', { revision: to })}
    />
  );
};
