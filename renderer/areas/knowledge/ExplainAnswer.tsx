import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../electron/contract/knowledge/knowledge.contract.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { FindingCard } from '../proof/FindingCard.tsx';

const useStyles = makeStyles({
  lasting: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  label: { color: tokens.colorNeutralForeground2 },
  matched: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** Cause, remedy, who acts, whether it passes by itself, and the words that this rests on. */
export const ExplainAnswer = ({ explanation: { finding, matched } }: { explanation: Explanation }) => {
  const { t } = useTranslation(['knowledge', 'proof', 'findings']);
  const styles = useStyles();
  const { code, parameters, who, permanent, command } = finding;
  const lasting = t(permanent ? 'answer.permanent' : 'answer.temporary');
  const whole = [
    t(`findings:${code}.title`, parameters),
    t(`findings:${code}.cause`, parameters),
    t(`findings:${code}.remedy`, parameters),
    ...(command === undefined ? [] : [command]),
    t(`proof:actors.${who}`),
    lasting,
    matched,
  ].join('\n\n');
  return (
    <>
      <FindingCard finding={finding} />
      <div className={styles.lasting}>
        <Body1>{lasting}</Body1>
        <CopyButton text={whole} what={t('answer.label')} />
      </div>
      <div className={styles.part}>
        <Caption1 className={styles.label}>{t('answer.matched')}</Caption1>
        <blockquote className={styles.matched} lang="" dir="auto">
          {matched}
        </blockquote>
      </div>
    </>
  );
};
