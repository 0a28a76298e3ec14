import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { failedStage, type ProofRun } from './proofRun.ts';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Tells a screen reader, politely, what the eye sees: which stage runs, and how the proof ended. */
export const ProofAnnouncer = ({ run }: { run: ProofRun | null }) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const stageLabel = (stage: string | undefined) => (stage ? t(`stages.${stage}`) : '');
  const present = run?.stages.findLast((state) => state.startedAtMs !== null)?.stage;
  const text = !run
    ? ''
    : run.outcome
      ? t(`announce.${run.outcome}`, { stage: stageLabel(failedStage(run)?.stage) })
      : t('announce.running', { stage: stageLabel(present) });
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {text}
    </div>
  );
};
