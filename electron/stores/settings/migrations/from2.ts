import { z } from 'zod';
import { defaultSignInRules } from '../../../contract/security/defaultSignInRules.ts';
import type { Migration } from './migrate.ts';

const contentSchema = z.looseObject({
  general: z.looseObject({}),
  security: z.looseObject({}),
  mail: z.looseObject({ profiles: z.array(z.looseObject({})) }),
});

/**
 * Version 3 says which folder each profile lies in, where the pages are for links in mails, and how long the audit is
 * kept: in none, nowhere, and for ever.
 */
export const from2: Migration = {
  from: 2,
  apply: (content) => {
    const { general, security, mail, ...rest } = contentSchema.parse(content);
    return {
      ...rest,
      general: { ...general, publicUrl: null },
      security: { ...security, audit: defaultSignInRules.audit },
      mail: { ...mail, profiles: mail.profiles.map((profile) => ({ ...profile, folderId: null })) },
    };
  },
};
