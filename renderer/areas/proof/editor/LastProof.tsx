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
  explanation: string;
};

/** What is known of the last proof, before another one is made. */
export const LastProof = ({ summary, isDirty, none, explanation }: LastProofProps) => {
  const { t } = useTranslation(['mail', 'proof']);
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
          { label: t('proof.last.when'), value: exactTime(record.at, language) },
          { label: t('proof.last.by'), value: record.by },
          { label: t('proof.last.stage'), value: t(`proof:stages.${record.stage}`) },
          ...(record.findingCode
            ? [{ label: t('proof.last.finding'), value: <FindingTitle code={record.findingCode} /> }]
            : []),
        ]}
      />
      <Text size={200}>{explanation}</Text>
    </div>
  );
};
