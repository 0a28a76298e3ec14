import { useEffect, useReducer } from 'react';
import { focusField } from '../../controls/focusField.ts';

const focusFirstError = (): void => {
  const first = document.querySelector<HTMLElement>('[data-field] [aria-invalid="true"]');
  const name = first?.closest<HTMLElement>('[data-field]')?.dataset['field'];
  if (name) focusField(name);
};

/** Gives a function that moves the focus to the first field with an error, as soon as the page shows it. */
export const useFocusOnError = (): (() => void) => {
  const [requests, request] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (requests > 0) focusFirstError();
  }, [requests]);
  return request;
};
