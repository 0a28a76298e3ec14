import { useMutation } from '@tanstack/react-query';
import type { ExplainInput } from '../../../electron/contract/knowledge/knowledge.contract.ts';
import { useClient } from '../../shell/ClientContext.ts';

/** Asks what an error means. It reads only, but runs when a person asks, not when a page is shown. */
export const useExplanation = () => {
  const client = useClient();
  return useMutation({ mutationFn: (input: ExplainInput) => client.knowledge.explainError(input) });
};
