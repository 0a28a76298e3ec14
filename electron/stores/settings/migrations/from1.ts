import { defaultSignInRules } from '../../../contract/security/defaultSignInRules.ts';
import type { Migration } from './migrate.ts';

/** Version 2 has the rules of signing in. A console that was there before gets those of the table, S01–S06. */
export const from1: Migration = {
  from: 1,
  apply: (content) => ({ ...content, security: defaultSignInRules }),
};
