import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../controls/ConfirmDialog.tsx';
import { useLeaveQuestion } from '../../../shell/useLeaveQuestion.ts';

type DiscardQuestionProps = { open: boolean; onDiscard: () => void; onStay: () => void };

/** Asks before Esc gives up what was changed, as leaving does. */
export const DiscardQuestion = ({ open, onDiscard, onStay }: DiscardQuestionProps) => {
  const { t } = useTranslation(['editor', 'shell']);
  return (
    <ConfirmDialog
      {...useLeaveQuestion()}
      open={open}
      action={t('save.discard')}
      cancel={t('shell:leave.stay')}
      onConfirm={onDiscard}
      onCancel={onStay}
    />
  );
};
