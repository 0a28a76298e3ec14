import { useQueryClient } from '@tanstack/react-query';
import type { Client } from '../api/client.ts';
import { useClient } from './ClientContext.ts';
import { useLastingMutation } from './useLastingMutation.ts';

/**
 * One command that may change what anybody may do, or much at once. Rights may be others afterwards, also one's own: everything on
 * the pages is read again. What was typed is not kept.
 */
export const useCommand = <Input, Output>(command: (client: Client, input: Input) => Promise<Output>) => {
  const client = useClient();
  const cache = useQueryClient();
  return useLastingMutation({
    mutationFn: (input: Input) => command(client, input),
    onSettled: () => cache.invalidateQueries(),
    gcTime: 0,
  });
};
