import { useContext } from 'react';
import { OffersContext } from './ToastContext.ts';
import { ToastMessage } from './ToastMessage.tsx';

/** What was done and can be undone, between the bar above and the page; told to a screen reader, too. */
export const Offers = () => (
  <div aria-live="polite">
    {useContext(OffersContext).map((toast) => (
      <ToastMessage key={toast.key} toast={toast} />
    ))}
  </div>
);
