import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Client } from '../../api/client.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { sessionKey } from '../../shell/useSession.ts';

/** One command of the session. It runs until it is known who is signed in then; what was typed is not kept. */
export const useSessionCommand = <Input>(
  command: (session: Client['session'], input: Input) => Promise<unknown>,
) => {
  const { session } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => command(session, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionKey }),
    gcTime: 0,
  });
};
