import { z } from 'zod';
import { environmentNameSchema } from '../../contract/mail/field.ts';
import { type PasswordWrite, typedSecretSchema } from '../../contract/mail/secret.ts';

/** Where a draft file has a password from; `vault`: the stored one, where it is for the same target. */
export const draftPasswordSchema = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('value'), value: typedSecretSchema }),
  z.strictObject({ source: z.literal('environment'), name: environmentNameSchema }),
  z.strictObject({ source: z.literal('vault') }),
]);
export type DraftPassword = z.infer<typeof draftPasswordSchema>;

/** A typed value is used for this run; nothing of a draft file is ever stored by proving it. */
export const toPassword = (from: DraftPassword): PasswordWrite => {
  switch (from.source) {
    case 'value':
      return { source: 'vault', secret: { action: 'set', value: from.value } };
    case 'environment':
      return { source: 'environment', name: from.name };
    case 'vault':
      return { source: 'vault', secret: { action: 'keep' } };
  }
};
