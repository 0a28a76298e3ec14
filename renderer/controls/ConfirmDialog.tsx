import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleDialog } from './ConsoleDialog.tsx';

type ConfirmDialogProps = {
  /** Names the thing and the number: `Remove profile "branch"?` */
  title: string;
  /** What will be gone or done. */
  consequence: string;
  /** The verb on the button. */
  action: string;
  cancel?: string;
  onConfirm: () => void;
  onCancel: () => void;
};

type QuestionProps = ConfirmDialogProps & { open: boolean };

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = ({ open, ...question }: QuestionProps) => open && <Question {...question} />;

/** Whoever presses Enter without reading loses nothing: the focus is on the way back. */
const Question = ({ title, consequence, action, cancel, onConfirm, onCancel }: ConfirmDialogProps) => {
  const { t } = useTranslation();
  const wayBack = useRef<HTMLElement>(null);
  useEffect(() => wayBack.current?.focus(), []);
  return (
    <ConsoleDialog
      kind="alert"
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button appearance="primary" onClick={onConfirm}>
            {action}
          </Button>
          <Button
            ref={(button: HTMLElement | null) => {
              wayBack.current = button;
            }}
            onClick={onCancel}
          >
            {cancel ?? t('controls.cancel')}
          </Button>
        </>
      }
    >
      {consequence}
    </ConsoleDialog>
  );
};
