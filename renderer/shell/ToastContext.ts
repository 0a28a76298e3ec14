import { createContext, useContext } from 'react';
import { useFailureText } from '../texts/useFailureText.ts';

export type ToastAction = { label: string; run: () => void };

export type ToastContent = {
  intent: 'success' | 'error';
  title: string;
  /** What to do. */
  advice?: string;
  /** What can be done at once; the toast stays above the page until then, or until it is dismissed. */
  action?: ToastAction;
};

/** One that is shown until it is dismissed. */
export type ShownToast = ToastContent & { key: number; dismiss: () => void };

export const ToastContext = createContext<(content: ToastContent) => void>(() => undefined);

/** Those that offer something to do. They stay, so they have a place of their own and cover nothing. */
export const OffersContext = createContext<readonly ShownToast[]>([]);

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
