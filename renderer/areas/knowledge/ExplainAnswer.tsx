import { Body1, Caption1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../electron/contract/knowledge/knowledge.contract.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1 },
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
  const { t } = useTranslation(['knowledge', 'findings', 'proof']);
  const styles = useStyles();
  const { code, parameters, who, permanent } = finding;
  const title = t(`findings:${code}.title`, parameters);
  const lasting = t(permanent ? 'answer.permanent' : 'answer.temporary');
  const parts = [
    { label: t('answer.cause'), text: t(`findings:${code}.cause`, parameters) },
    { label: t('answer.remedy'), text: t(`findings:${code}.remedy`, parameters) },
    { label: t('answer.who'), text: t(`proof:actors.${who}`) },
  ];
  const whole = [title, ...parts.map(({ label, text }) => `${label}: ${text}`), lasting, matched].join('\n');
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.title}>
          {title}
        </Subtitle1>
        <CopyButton text={whole} what={t('answer.label')} />
      </div>
      <StateBadge tone={permanent ? 'bad' : 'warning'}>{lasting}</StateBadge>
      {parts.map(({ label, text }) => (
        <div key={label} className={styles.part}>
          <Caption1 className={styles.label}>{label}</Caption1>
          <Body1>{text}</Body1>
        </div>
      ))}
      <div className={styles.part}>
        <Caption1 className={styles.label}>{t('answer.matched')}</Caption1>
        <blockquote className={styles.matched} lang="" dir="auto">
          {matched}
        </blockquote>
      </div>
    </>
  );
};
