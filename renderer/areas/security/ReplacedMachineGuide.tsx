import { Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../controls/Disclosure.tsx';

const useStyles = makeStyles({
  steps: { display: 'grid', gap: tokens.spacingVerticalXS, marginBlock: tokens.spacingVerticalXS },
});

const steps = ['copy', 'unlock', 'protect', 'recoveryKey', 'lost'] as const;

/** What to do when the console has moved to another machine, or its user profile is gone. */
export const ReplacedMachineGuide = ({ openAtFirst }: { openAtFirst: boolean }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  return (
    <Disclosure title={<Body1Strong>{t('replaced.title')}</Body1Strong>} openAtFirst={openAtFirst}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`replaced.${step}`)}</li>
        ))}
      </ol>
    </Disclosure>
  );
};
