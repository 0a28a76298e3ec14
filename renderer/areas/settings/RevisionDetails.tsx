import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revision } from '../../../electron/contract/settings/settings.contract.ts';
import { DetailList } from '../../controls/DetailList.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { Comparison } from './Comparison.tsx';
import { ComparisonChoice } from './ComparisonChoice.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import { useOperationName } from './useOperationName.ts';

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

type RevisionDetailsProps = { shown: Revision; newest: number; others: readonly Revision[] };

/** One save: what it changed, or how it differs from another one; and the way back to it. */
export const RevisionDetails = ({ shown, newest, others }: RevisionDetailsProps) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const language = useLanguage();
  const operationName = useOperationName();
  const [comparedWith, setComparedWith] = useState<number | null>(null);
  return (
    <div className={styles.details}>
      <Subtitle1 as="h2">{t('history.number', { revision: shown.revision })}</Subtitle1>
      <DetailList
        rows={[
          { label: t('history.when'), value: exactTime(shown.at, language) },
          { label: t('history.who'), value: shown.by },
          { label: t('history.what'), value: operationName(shown.operation) },
        ]}
      />
      <ComparisonChoice
        shown={shown.revision}
        others={others}
        chosen={comparedWith}
        onChoose={setComparedWith}
      />
      {comparedWith === null ? (
        <ChangesTable changes={shown.changes} />
      ) : (
        <Comparison from={comparedWith} to={shown.revision} />
      )}
      <RestoreButton restore={shown.revision} newest={newest} />
    </div>
  );
};
