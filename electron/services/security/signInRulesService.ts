import type { SignInRules } from '../../contract/security/signInRules.ts';
import type { SettingsStore } from '../../stores/settings/settingsStore.ts';

type Revised = { revision: number; rules: SignInRules };

/** The rules by which people sign in, and how long the audit is kept (REQUIREMENTS S01–S07, U26–U28). */
export const createSignInRulesService = (settings: Pick<SettingsStore, 'read' | 'save'>) => ({
  getSignInRules: async (): Promise<Revised> => {
    const { revision, security } = await settings.read();
    return { revision, rules: security };
  },

  /** CONFLICT, READ_ONLY, STORAGE_FAILED. */
  saveSignInRules: async ({ revision, rules }: Revised, by: string): Promise<{ revision: number }> => {
    const request = { revision, by, operation: 'security.saveSignInRules' };
    const saved = await settings.save(request, (current) => ({ ...current, security: rules }));
    return { revision: saved.revision };
  },
});

export type SignInRulesService = ReturnType<typeof createSignInRulesService>;
