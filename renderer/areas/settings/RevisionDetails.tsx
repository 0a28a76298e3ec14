import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedRevision } from '../../../electron/contract/settings/settings.contract.ts';
import { DetailList } from '../../controls/DetailList.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { type Compared, ComparisonChoice } from './ComparisonChoice.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import { RevisionChanges } from './RevisionChanges.tsx';
import { useSaveName } from './useSaveName.ts';

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

type RevisionDetailsProps = {
  shown: ListedRevision;
  /** All saves, newest first. */
  revisions: readonly ListedRevision[];
};

/** One save: what it changed, or how it differs from another one; and the way back to it. */
export const RevisionDetails = ({ shown, revisions }: RevisionDetailsProps) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const language = useLanguage();
  const { action, subjects } = useSaveName()(shown);
  const [compared, setCompared] = useState<Compared>('own');
  const newest = revisions[0]?.revision ?? shown.revision;
  return (
    <div className={styles.details}>
      <Subtitle1 as="h2">{t('history.number', { revision: shown.revision })}</Subtitle1>
      <DetailList
        rows={[
          { label: t('history.when'), value: exactTime(shown.at, language) },
          { label: t('history.who'), value: shown.by },
          { label: t('history.what'), value: subjects === '' ? action : `${action} (${subjects})` },
        ]}
      />
      <RestoreButton shown={shown.revision} revisions={revisions.map(({ revision }) => revision)} />
      <ComparisonChoice
        shown={shown.revision}
        newest={newest}
        others={revisions}
        chosen={compared}
        onChoose={setCompared}
      />
      <RevisionChanges shown={shown} newest={newest} compared={compared} />
    </div>
  );
};
