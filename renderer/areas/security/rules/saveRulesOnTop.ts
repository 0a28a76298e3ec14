import type { SignInRules } from '../../../../electron/contract/security/signInRules.ts';
import { saveOnTopOf } from '../../settings/saveOnTopOf.ts';

export type SavedRules = { revision: number; rules: SignInRules };

/** The two operations of Security that saving takes. */
export type RulesSaver = {
  saveSignInRules(input: SavedRules): Promise<{ revision: number }>;
  getSignInRules(): Promise<SavedRules>;
};

/** What is saved, and the rules as the person saw them. */
export type RulesSave = { rules: SignInRules; seen: SavedRules };

/** Saves on top of `seen`; only a save that changed these rules meanwhile is a conflict. Throws CallError. */
export const saveRulesOnTop = (security: RulesSaver, { rules, seen }: RulesSave) =>
  saveOnTopOf({
    save: (revision) => security.saveSignInRules({ revision, rules }),
    revision: seen.revision,
    unchangedAt: async () => {
      const now = await security.getSignInRules();
      return JSON.stringify(now.rules) === JSON.stringify(seen.rules) ? now.revision : null;
    },
  });
