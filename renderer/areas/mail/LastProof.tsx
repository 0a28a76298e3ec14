import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { DetailList } from '../../controls/DetailList.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { FindingTitle } from '../proof/FindingTitle.tsx';
import { ProfileStateBadge } from './ProfileStateBadge.tsx';
import type { ProfileSource } from './profileSource.ts';

const useStyles = makeStyles({ text: { display: 'grid', gap: tokens.spacingVerticalS } });

type LastProofProps = { source: ProfileSource; isDirty: boolean };

/** What is known of a profile's last proof, before another one is made. */
export const LastProof = ({ source, isDirty }: LastProofProps) => {
  const { t } = useTranslation(['mail', 'proof']);
  const styles = useStyles();
  const language = useLanguage();
  const summary = source.side === 'active' ? source.details?.summary : undefined;
  const record = summary?.proof;
  if (!summary || !record) return <Text>{t('proof.none')}</Text>;
  return (
    <div className={styles.text}>
      <ProfileStateBadge summary={summary} />
      {isDirty && <Text size={200}>{t('proof:fit.changed')}</Text>}
      <DetailList
        rows={[
          { label: t('proof.last.when'), value: exactTime(record.at, language) },
          { label: t('proof.last.by'), value: record.by },
          { label: t('proof.last.stage'), value: t(`proof:stages.${record.stage}`) },
          ...(record.findingCode
            ? [{ label: t('proof.last.finding'), value: <FindingTitle code={record.findingCode} /> }]
            : []),
        ]}
      />
      <Text size={200}>{t('proof.explain')}</Text>
    </div>
  );
};
