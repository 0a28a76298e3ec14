import type { Migration } from './migrate.ts';

/** Version 4 has a directory: none yet. */
export const from3: Migration = {
  from: 3,
  apply: (content) => ({ ...content, directory: { active: null, draft: null } }),
};
