import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Protection } from '../../../electron/contract/security/security.contract.ts';
import type { Client } from '../../api/client.ts';
import { useClient } from '../../shell/ClientContext.ts';

const protectionKey = ['security', 'protection'];

/** How the stored secrets are protected at present. */
export const useProtection = () => {
  const client = useClient();
  return useQuery({
    queryKey: protectionKey,
    queryFn: ({ signal }) => client.security.getProtection(undefined, { signal }),
  });
};

/** One command of the area; what it answers is shown at once. A refusal loads the state again, for it may have changed. */
export const useProtectionCommand = <Input>(
  command: (security: Client['security'], input: Input) => Promise<Protection>,
) => {
  const { security } = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => command(security, input),
    onSuccess: (protection) => cache.setQueryData(protectionKey, protection),
    onError: () => cache.invalidateQueries({ queryKey: protectionKey }),
    gcTime: 0,
  });
};

/** Gives a function that shows what a command answered. */
export const useShowProtection = (): ((protection: Protection) => void) => {
  const cache = useQueryClient();
  return (protection) => cache.setQueryData(protectionKey, protection);
};
