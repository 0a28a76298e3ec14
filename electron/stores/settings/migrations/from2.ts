import { z } from 'zod';
import type { Migration } from './migrate.ts';

const contentSchema = z.looseObject({
  general: z.looseObject({}),
  mail: z.looseObject({ profiles: z.array(z.looseObject({})) }),
});

/** Version 3 says which folder each profile lies in, and where the pages are for links in mails: none, and nowhere. */
export const from2: Migration = {
  from: 2,
  apply: (content) => {
    const { general, mail, ...rest } = contentSchema.parse(content);
    return {
      ...rest,
      general: { ...general, publicUrl: null },
      mail: { ...mail, profiles: mail.profiles.map((profile) => ({ ...profile, folderId: null })) },
    };
  },
};
