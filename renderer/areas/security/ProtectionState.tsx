import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Protection } from '../../../electron/contract/security/security.contract.ts';
import { StateBadge, type Tone } from '../../controls/StateBadge.tsx';

const useStyles = makeStyles({
  state: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

const tones: Record<Protection['state'], Tone> = {
  notCreated: 'none',
  unlocked: 'good',
  locked: 'warning',
  noWayIn: 'bad',
  unreadable: 'bad',
};

/** Whether stored passwords can be used now, and what to do when they cannot. */
export const ProtectionState = ({ protection: { state, secretCount } }: { protection: Protection }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  return (
    <div className={styles.state} role="status">
      <StateBadge tone={tones[state]}>
        {t(`state.${state}.title`)}
        {state !== 'unreadable' && ` · ${t('protection.secretCount', { count: secretCount })}`}
      </StateBadge>
      <Body1>{t(`state.${state}.text`)}</Body1>
    </div>
  );
};
