import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { FormModeContext } from '../../controls/formMode.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

type ActionDialogProps = {
  title: string;
  /** The verb on the button. */
  action: string;
  isBusy: boolean;
  failure: unknown;
  onSubmit: () => unknown;
  onClose: () => void;
  children: ReactNode;
};

/** Asks before something is done: what will happen or what has to be typed, the verb, and Cancel. */
export const ActionDialog = ({
  title,
  action,
  isBusy,
  failure,
  onSubmit,
  onClose,
  children,
}: ActionDialogProps) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !isBusy && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <FormModeContext value={isBusy ? 'busy' : 'edit'}>{children}</FormModeContext>
              <FailureBar error={failure} />
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
                {action}
              </Button>
              <Button onClick={onClose} disabledFocusable={isBusy}>
                {t('cancel')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};
