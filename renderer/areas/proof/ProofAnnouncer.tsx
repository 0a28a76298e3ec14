import { useTranslation } from 'react-i18next';
import { Announcement } from '../../controls/Announcement.tsx';
import { failedStage, type ProofRun } from './proofRun.ts';
import { isSameLine, type LineName, linesOf, lineStatus, statusOf } from './stageState.ts';

type ProofAnnouncerProps = {
  run: ProofRun | null;
  /** The line that was last run alone, if one was. */
  lineAgain?: LineName | null;
};

/** Tells a screen reader, politely, what the eye sees: which stage runs, and how the proof ended. */
export const ProofAnnouncer = ({ run, lineAgain = null }: ProofAnnouncerProps) => {
  const { t } = useTranslation('proof');
  const stageLabel = (stage: string | undefined) => (stage ? t(`stages.${stage}`) : '');
  const lineText = ({ stages }: ProofRun, name: LineName): string => {
    const state = stages.find(({ stage }) => stage === name.stage);
    const line = state && linesOf(state).find((shown) => isSameLine(shown, name));
    const of = [stageLabel(name.stage), name.controller].filter((part) => part !== null).join(', ');
    if (!state) return '';
    const status = line ? lineStatus(line) : statusOf(state);
    return t('announce.line', { line: of, status: t(`statuses.${status}`) });
  };
  const proofText = (shown: ProofRun): string => {
    const present = shown.stages.findLast((state) =>
      linesOf(state).some(({ startedAtMs }) => startedAtMs !== null),
    );
    return shown.outcome
      ? t(`announce.${shown.outcome}`, { stage: stageLabel(failedStage(shown)?.stage) })
      : t('announce.running', { stage: stageLabel(present?.stage) });
  };
  if (!run) return <Announcement text="" />;
  return <Announcement text={lineAgain ? lineText(run, lineAgain) : proofText(run)} />;
};
