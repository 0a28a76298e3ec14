import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleDialog } from './ConsoleDialog.tsx';
import { FailureBar } from './FailureBar.tsx';
import { FormModeContext } from './formMode.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

type ActionDialogProps = {
  title: string;
  /** The verb on the button. */
  action: string;
  isBusy: boolean;
  /** False: there is nothing that could be done now. */
  canAct?: boolean;
  failure: unknown;
  onSubmit: () => unknown;
  onClose: () => void;
  wide?: boolean | 'panes';
  children: ReactNode;
};

/** Asks before something is done: what will happen or what has to be typed, the verb, and Cancel. */
export const ActionDialog = (props: ActionDialogProps) => {
  const { title, action, isBusy, canAct = true, failure, onSubmit, onClose, wide = false, children } = props;
  const { t } = useTranslation();
  const styles = useStyles();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    /** React hands it on to a form that the dialog was opened from, although the page has them side by side. */
    event.stopPropagation();
    void onSubmit();
  };
  return (
    <ConsoleDialog
      title={title}
      wide={wide}
      onClose={() => !isBusy && onClose()}
      actions={
        <>
          <Button appearance="primary" type="submit" form={id} disabledFocusable={isBusy || !canAct}>
            {action}
          </Button>
          <Button onClick={onClose} disabledFocusable={isBusy}>
            {t('controls.cancel')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} onSubmit={submit} noValidate>
        <FormModeContext value={isBusy ? 'busy' : 'edit'}>{children}</FormModeContext>
        <FailureBar error={failure} />
      </form>
    </ConsoleDialog>
  );
};
