import { createContext, useContext } from 'react';
import { useFailureText } from '../texts/useFailureText.ts';

export type ToastAction = { label: string; run: () => void };

export type ToastContent = {
  intent: 'success' | 'error';
  title: string;
  /** What to do. */
  advice?: string;
  /** What can be done at once; the toast stays until then, or until it is dismissed. */
  action?: ToastAction;
};

export const ToastContext = createContext<(content: ToastContent) => void>(() => undefined);

/** Shows a short success; without an action it goes away by itself. */
export const useToast = (): ((text: string, action?: ToastAction) => void) => {
  const show = useContext(ToastContext);
  return (title, action) => show({ intent: 'success', title, ...(action ? { action } : {}) });
};

/** Shows why a call was refused; it stays until it is dismissed. */
export const useFailureToast = (): ((error: unknown) => void) => {
  const show = useContext(ToastContext);
  const textOf = useFailureText();
  return (error) => show({ intent: 'error', ...textOf(error) });
};
