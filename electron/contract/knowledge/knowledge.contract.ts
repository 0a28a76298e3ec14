import { z } from 'zod';
import { query } from '../operation.ts';
import { findingSchema } from '../proof/finding.ts';
import { stageNameSchema } from '../proof/proof.ts';

export const explainProtocols = [
  'smtp',
  'imap',
  'pop3',
  'tls',
  'ldap',
  'kerberos',
  'oauth',
  'graph',
  'ews',
  'outlook',
] as const;

export const explainInputSchema = z.strictObject({
  /** A reply, a bounce, a log line, a stack trace. */
  text: z.string().min(1).max(65_536),
  protocol: z.enum(explainProtocols).nullable(),
  stage: stageNameSchema.nullable(),
});
export type ExplainInput = z.infer<typeof explainInputSchema>;

export const explanationSchema = z.strictObject({
  finding: findingSchema,
  /** The part of the text that it rests on. */
  matched: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;

export const knowledgeContract = {
  /** Null: not known, said honestly instead of guessed. */
  explainError: query(null)
    .input(explainInputSchema)
    .output(z.strictObject({ explanation: explanationSchema.nullable() })),
};
