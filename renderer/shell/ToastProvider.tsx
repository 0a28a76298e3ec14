import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToastContext, type ToastContent } from './ToastContext.ts';

const useStyles = makeStyles({
  toasts: {
    position: 'fixed',
    insetBlockEnd: tokens.spacingVerticalL,
    insetInlineStart: 'calc(50% - 160px)',
    zIndex: 1_000,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    width: '320px',
  },
  toast: { boxShadow: tokens.shadow16 },
});

const shownForMs = 5_000;

type Toast = ToastContent & { key: number };

/** Short messages in a corner: a success goes by itself, an error stays until it is dismissed. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const remove = useCallback(
    (key: number) => setToasts((all) => all.filter((toast) => toast.key !== key)),
    [],
  );
  const show = useCallback(
    (content: ToastContent) => {
      const key = (count.current += 1);
      setToasts((all) => [...all, { ...content, key }]);
      if (content.intent === 'success') setTimeout(() => remove(key), shownForMs);
    },
    [remove],
  );
  return (
    <ToastContext value={show}>
      {children}
      <section className={styles.toasts} aria-label={t('messages')} aria-live="polite">
        {toasts.map(({ key, intent, title, advice }) => (
          <MessageBar key={key} intent={intent} layout="multiline" className={styles.toast}>
            <MessageBarBody>
              <MessageBarTitle>{title}</MessageBarTitle>
              {advice}
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  aria-label={t('controls.dismiss')}
                  icon={<Dismiss16Regular />}
                  onClick={() => remove(key)}
                />
              }
            />
          </MessageBar>
        ))}
      </section>
    </ToastContext>
  );
};
