import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from './route.ts';
import { useRoute } from './RouteContext.ts';
import { OffersContext, type ShownToast, ToastContext, type ToastContent } from './ToastContext.ts';
import { ToastMessage } from './ToastMessage.tsx';

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

type Toast = ShownToast & { area: Area };

/** Short messages over the middle of the bar above, beside its menus: a success goes by itself and with its area, an error when it is dismissed. What offers something to do has its place in the page. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const { area } = useRoute();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const show = useCallback(
    (content: ToastContent) => {
      const key = (count.current += 1);
      const dismiss = () => setToasts((all) => all.filter((toast) => toast.key !== key));
      setToasts((all) => [...all, { ...content, key, dismiss, area }]);
      if (content.intent === 'success' && !content.action) setTimeout(dismiss, shownForMs);
    },
    [area],
  );
  const shown = toasts.filter((toast) => toast.intent === 'error' || toast.area === area);
  return (
    <ToastContext value={show}>
      <OffersContext value={shown.filter(({ action }) => action)}>{children}</OffersContext>
      <section className={styles.toasts} aria-label={t('messages')} aria-live="polite">
        {shown
          .filter(({ action }) => !action)
          .map((toast) => (
            <ToastMessage key={toast.key} toast={toast} className={styles.toast} />
          ))}
      </section>
    </ToastContext>
  );
};
