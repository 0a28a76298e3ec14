import { Body1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  steps: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, paddingInlineStart: '20px' },
});

const steps = ['words', 'protocol', 'code', 'prove', 'log'] as const;

/** Says honestly that this error is not known, and what helps then. */
export const NotKnown = () => {
  const { t } = useTranslation('knowledge');
  const styles = useStyles();
  return (
    <>
      <Subtitle1 as="h2">{t('notKnown.title')}</Subtitle1>
      <Body1>{t('notKnown.text')}</Body1>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`notKnown.${step}`)}</li>
        ))}
      </ol>
    </>
  );
};
