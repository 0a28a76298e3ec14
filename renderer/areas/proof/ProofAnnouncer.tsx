import { useTranslation } from 'react-i18next';
import { Announcement } from '../../controls/Announcement.tsx';
import { failedStage, type ProofRun } from './proofRun.ts';

/** Tells a screen reader, politely, what the eye sees: which stage runs, and how the proof ended. */
export const ProofAnnouncer = ({ run }: { run: ProofRun | null }) => {
  const { t } = useTranslation('proof');
  const stageLabel = (stage: string | undefined) => (stage ? t(`stages.${stage}`) : '');
  const present = run?.stages.findLast((state) => state.startedAtMs !== null)?.stage;
  const text = !run
    ? ''
    : run.outcome
      ? t(`announce.${run.outcome}`, { stage: stageLabel(failedStage(run)?.stage) })
      : t('announce.running', { stage: stageLabel(present) });
  return <Announcement text={text} />;
};
