import { createContext, useContext } from 'react';
import { useFailureText } from '../texts/useFailureText.ts';

export type ToastContent = {
  intent: 'success' | 'error';
  title: string;
  /** What to do. */
  advice?: string;
};

export const ToastContext = createContext<(content: ToastContent) => void>(() => undefined);

/** Shows a short success; it goes away by itself. */
export const useToast = (): ((text: string) => void) => {
  const show = useContext(ToastContext);
  return (title) => show({ intent: 'success', title });
};

/** Shows why a call was refused; it stays until it is dismissed. */
export const useFailureToast = (): ((error: unknown) => void) => {
  const show = useContext(ToastContext);
  const textOf = useFailureText();
  return (error) => show({ intent: 'error', ...textOf(error) });
};
