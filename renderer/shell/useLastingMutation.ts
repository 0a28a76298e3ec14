import { useMutation, type UseMutationOptions } from '@tanstack/react-query';

type Continuation<Output> = {
  onSuccess?: (output: Output) => void;
  onError?: (error: Error) => void;
};

/**
 * As `useMutation`, but what follows a call is done even where what asked for it is shown no longer: what the call deleted or
 * changed is read again before it ends, and may have taken its place on the page.
 */
export const useLastingMutation = <Output, Input = void>(
  options: UseMutationOptions<Output, Error, Input>,
) => {
  const mutation = useMutation(options);
  const mutate = (input: Input, { onSuccess, onError }: Continuation<Output> = {}): void =>
    void mutation.mutateAsync(input).then(onSuccess, (error: Error) => onError?.(error));
  return { ...mutation, mutate };
};
