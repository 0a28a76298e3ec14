import { useLayoutEffect, useRef } from 'react';

/**
 * React writes the value of an input into its `value` attribute too, where it lies in the HTML of the page. This takes
 * it out again after each change; what is typed stays. For inputs that hold a secret.
 */
export const useUnwrittenValue = () => {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.removeAttribute('value'));
  return input;
};
