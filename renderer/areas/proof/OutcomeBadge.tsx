import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { duration } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { failedStage, type ProofRun } from './proofRun.ts';

const tones = { passed: 'good', failed: 'bad', cancelled: 'none' } as const;

/** How a proof ended: passed in how long, or failed at which stage. */
export const OutcomeBadge = ({ run }: { run: ProofRun }) => {
  const { t } = useTranslation('proof');
  const language = useLanguage();
  if (!run.outcome) return <StateBadge tone="changed">{t('statuses.running')}</StateBadge>;
  const failed = failedStage(run)?.stage;
  const text = t(`outcomes.${failed === 'arrive' ? 'arriveFailed' : run.outcome}`, {
    time: duration(run.durationMs, language),
    stage: failed ? t(`stages.${failed}`) : '',
  });
  return <StateBadge tone={tones[run.outcome]}>{text}</StateBadge>;
};
