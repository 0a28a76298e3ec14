import { z } from 'zod';
import { defaultSignInRules } from '../../../contract/security/defaultSignInRules.ts';
import type { Migration } from './migrate.ts';

const valuesSchema = z.looseObject({ kind: z.string() }).nullable();
type Values = z.infer<typeof valuesSchema>;

const profileSchema = z.looseObject({ active: valuesSchema, draft: valuesSchema });
type Profile = z.infer<typeof profileSchema>;

const contentSchema = z.looseObject({
  general: z.looseObject({}),
  security: z.looseObject({}),
  mail: z.looseObject({ profiles: z.array(profileSchema) }),
});

const toValues = (values: Values): Values =>
  values?.kind === 'smtp' ? { ...values, maxConnections: null } : values;

const toProfile = ({ active, draft, ...profile }: Profile): Profile => ({
  ...profile,
  ...{ folderId: null, active: toValues(active), draft: toValues(draft) },
});

/**
 * Version 3 says which folder each profile lies in, how many connections it may have at once, where the pages are for
 * links in mails, and how long the audit is kept: in none, any number, nowhere, and for ever.
 */
export const from2: Migration = {
  from: 2,
  apply: (content) => {
    const { general, security, mail, ...rest } = contentSchema.parse(content);
    return {
      ...rest,
      general: { ...general, publicUrl: null },
      security: { ...security, audit: defaultSignInRules.audit },
      mail: { ...mail, profiles: mail.profiles.map(toProfile) },
    };
  },
};
