import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

type ConfirmDialogProps = {
  open: boolean;
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

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = ({ open, title, consequence, action, ...rest }: ConfirmDialogProps) => {
  const { t } = useTranslation();
  const { cancel = t('controls.cancel'), onConfirm, onCancel } = rest;
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{consequence}</DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{cancel}</Button>
            <Button appearance="primary" onClick={onConfirm}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
