import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { DetailList } from '../../../controls/DetailList.tsx';
import { exactTime } from '../../../texts/moments.ts';
import { useLanguage } from '../../../texts/useLanguage.ts';
import { FindingTitle } from '../FindingTitle.tsx';
import { type ValuesState, ValuesStateBadge } from './ValuesStateBadge.tsx';

const useStyles = makeStyles({ text: { display: 'grid', gap: tokens.spacingVerticalS } });

type LastProofProps = {
  /** Of what is in force, while that is shown; else null. */
  summary: ValuesState | null;
  isDirty: boolean;
  /** What a proof does, for somebody who has made none. */
  none: string;
};

/** What is known of the last proof, before another one is made. */
export const LastProof = ({ summary, isDirty, none }: LastProofProps) => {
  const { t } = useTranslation(['editor', 'proof']);
  const styles = useStyles();
  const language = useLanguage();
  const record = summary?.proof;
  if (!summary || !record) return <Text>{none}</Text>;
  return (
    <div className={styles.text}>
      <ValuesStateBadge summary={summary} />
      {isDirty && <Text size={200}>{t('proof:fit.changed')}</Text>}
      <DetailList
        rows={[
          { label: t('lastProof.when'), value: exactTime(record.at, language) },
          { label: t('lastProof.by'), value: record.by },
          ...(record.outcome === 'passed'
            ? []
            : [{ label: t('lastProof.stage'), value: t(`proof:stages.${record.stage}`) }]),
          ...(record.findingCode
            ? [{ label: t('lastProof.finding'), value: <FindingTitle code={record.findingCode} /> }]
            : []),
        ]}
      />
      <Text size={200}>{t('lastProof.explain')}</Text>
    </div>
  );
};
