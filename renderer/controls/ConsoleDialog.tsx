import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';

const useStyles = makeStyles({
  wide: { maxWidth: '760px' },
  panes: { maxWidth: '1040px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  /** Long words of other languages take the whole row, then wrap it, never a button. */
  actions: { gridColumnStart: '1', flexWrap: 'wrap', '& button': { whiteSpace: 'nowrap' } },
});

type ConsoleDialogProps = {
  title: string;
  /** Buttons as Windows orders them: what acts, then what leaves. */
  actions: ReactNode;
  /** Esc or a click beside it; an `alert` is left by its buttons and Esc only. */
  onClose: () => void;
  kind?: 'modal' | 'alert';
  /** `panes`: it shows two beside each other. */
  wide?: boolean | 'panes';
  /** Text to be read through: it takes the focus, so that the keyboard scrolls it. */
  isLong?: boolean;
  children: ReactNode;
};

/** What a dialog was opened with: of an item of a menu, which is gone by the end, the button of the menu. */
const openerOf = (focused: Element | null): Element | null => {
  const button = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return button ? document.getElementById(button) : focused;
};

/** Puts the focus back to what opened the dialog, unless it has gone elsewhere with what the dialog did. */
const useReturnedFocus = (): void => {
  const [before] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    },
    [before],
  );
};

/** A dialog of the console: title, content, buttons. */
export const ConsoleDialog = (props: ConsoleDialogProps) => {
  const { title, actions, onClose, kind = 'modal', wide = false, isLong = false, children } = props;
  const styles = useStyles();
  useReturnedFocus();
  return (
    <Dialog open modalType={kind} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={mergeClasses(wide && styles.wide, wide === 'panes' && styles.panes)}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content} {...(isLong && { tabIndex: 0 })}>
            {children}
          </DialogContent>
          <DialogActions className={styles.actions}>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
