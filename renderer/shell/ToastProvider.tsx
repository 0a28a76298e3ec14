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
import type { Area } from './route.ts';
import { useRoute } from './RouteContext.ts';
import { ToastContext, type ToastContent } from './ToastContext.ts';

const width = '320px';

const useStyles = makeStyles({
  toasts: {
    position: 'fixed',
    insetBlockStart: tokens.spacingVerticalXS,
    insetInlineStart: `calc(50% - ${width} / 2)`,
    zIndex: 1_000,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    width,
  },
  toast: { boxShadow: tokens.shadow16 },
});

const shownForMs = 5_000;

type Toast = ToastContent & { key: number; area: Area };

/** Short messages over the middle of the bar above, beside its menus: a success goes by itself and with its area, an error, and what offers something to do, when it is dismissed. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const { area } = useRoute();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const remove = useCallback(
    (key: number) => setToasts((all) => all.filter((toast) => toast.key !== key)),
    [],
  );
  const show = useCallback(
    (content: ToastContent) => {
      const key = (count.current += 1);
      setToasts((all) => [...all, { ...content, key, area }]);
      if (content.intent === 'success' && !content.action) setTimeout(() => remove(key), shownForMs);
    },
    [remove, area],
  );
  const shown = toasts.filter((toast) => toast.intent === 'error' || toast.area === area);
  return (
    <ToastContext value={show}>
      {children}
      <section className={styles.toasts} aria-label={t('messages')} aria-live="polite">
        {shown.map(({ key, intent, title, advice, action }) => (
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
            >
              {action && (
                <Button
                  onClick={() => {
                    remove(key);
                    action.run();
                  }}
                >
                  {action.label}
                </Button>
              )}
            </MessageBarActions>
          </MessageBar>
        ))}
      </section>
    </ToastContext>
  );
};
