import type { SignInRules } from '../../../../electron/contract/security/signInRules.ts';
import { asFailure } from '../../../texts/asFailure.ts';

export type SavedRules = { revision: number; rules: SignInRules };

/** The two operations of Security that saving takes. */
export type RulesSaver = {
  saveSignInRules(input: SavedRules): Promise<{ revision: number }>;
  getSignInRules(): Promise<SavedRules>;
};

/** What is saved, and the rules as the person saw them. */
export type RulesSave = { rules: SignInRules; seen: SavedRules };

/**
 * Saves on top of `seen`. Every save of any setting makes a new revision; only one that changed these rules is a conflict
 * for the person, so the others are stepped over. Throws CallError.
 */
export const saveRulesOnTop = async (security: RulesSaver, { rules, seen }: RulesSave) => {
  try {
    return await security.saveSignInRules({ revision: seen.revision, rules });
  } catch (error) {
    if (asFailure(error).code !== 'CONFLICT') throw error;
    const now = await security.getSignInRules();
    if (JSON.stringify(now.rules) !== JSON.stringify(seen.rules)) throw error;
    return security.saveSignInRules({ revision: now.revision, rules });
  }
};
