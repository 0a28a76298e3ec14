import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../../shell/ClientContext.ts';
import { type RulesSave, saveRulesOnTop } from './saveRulesOnTop.ts';

const rulesKey = ['security', 'signInRules'];
/** What shows the rules, or that they were saved. */
const affected = [rulesKey, ['settings'], ['passwordRules']];

/** The rules of signing in that are in force. */
export const useSignInRules = () => {
  const client = useClient();
  return useQuery({
    queryKey: rulesKey,
    queryFn: ({ signal }) => client.security.getSignInRules(undefined, { signal }),
  });
};

/** Saves the rules; what is in force is loaded again before that is over, also after a refusal. */
export const useSaveSignInRules = () => {
  const { security } = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (save: RulesSave) => saveRulesOnTop(security, save),
    onSettled: () => Promise.all(affected.map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
};
