import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

type Continuation<Output> = {
  onSuccess?: (output: Output) => void;
  onError?: (error: Error) => void;
};

/**
 * As `useMutation`, but what follows a call is done also where what asked for it has gone from the page: what the call deleted or
 * changed is read again before it ends, and may have taken its place. Who has gone elsewhere by then is left in peace.
 */
export const useLastingMutation = <Output, Input = void>(
  options: UseMutationOptions<Output, Error, Input>,
) => {
  const mutation = useMutation(options);
  const latest = useRef(0);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);

  const mutate = (input: Input, { onSuccess, onError }: Continuation<Output> = {}): void => {
    const call = (latest.current += 1);
    const place = window.location.hash;
    const isWanted = (): boolean =>
      call === latest.current && (isShown.current || place === window.location.hash);
    void mutation.mutateAsync(input).then(
      (output) => isWanted() && onSuccess?.(output),
      (error: Error) => isWanted() && onError?.(error),
    );
  };

  const reset = (): void => {
    latest.current += 1;
    mutation.reset();
  };
  return { ...mutation, mutate, reset };
};
