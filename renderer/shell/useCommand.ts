import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Client } from '../api/client.ts';
import { useClient } from './ClientContext.ts';

/**
 * One command about people and what they may do. Rights may be others afterwards, also one's own: everything on the pages
 * is read again. What was typed is not kept.
 */
export const useCommand = <Input, Output>(command: (client: Client, input: Input) => Promise<Output>) => {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => command(client, input),
    onSettled: () => cache.invalidateQueries(),
    gcTime: 0,
  });
};
