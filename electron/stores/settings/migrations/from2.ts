import { z } from 'zod';
import type { Migration } from './migrate.ts';

const contentSchema = z.looseObject({ mail: z.looseObject({ profiles: z.array(z.looseObject({})) }) });

/** Version 3 says which folder each profile lies in: none, for those that there are. */
export const from2: Migration = {
  from: 2,
  apply: (content) => {
    const { mail, ...rest } = contentSchema.parse(content);
    return {
      ...rest,
      mail: { ...mail, profiles: mail.profiles.map((profile) => ({ ...profile, folderId: null })) },
    };
  },
};
