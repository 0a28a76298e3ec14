import { z } from 'zod';
import { proofEventSchema, proofOutcomeSchema } from '../proof/proof.ts';

/** What has to be so before a mail for a forgotten password can be handed to the relay, in this order. */
export const rehearsalSteps = ['user', 'address', 'profile', 'compose'] as const;
export const rehearsalStepSchema = z.enum(rehearsalSteps);
export type RehearsalStep = z.infer<typeof rehearsalStepSchema>;

/**
 * What a step found wrong. `profileUnusable`: `failure` is the code of the failure of the contract (NOT_FOUND: no profile is in
 * force; VAULT_LOCKED …). `tooOften`: as many rehearsals as there may be in an hour went to this user, or came from this machine.
 */
export const rehearsalProblemSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('userUnknown') }),
  z.strictObject({ code: z.literal('userInactive') }),
  z.strictObject({ code: z.literal('passwordKeptElsewhere') }),
  z.strictObject({ code: z.literal('addressMissing') }),
  z.strictObject({ code: z.literal('addressInvalid'), address: z.string() }),
  z.strictObject({ code: z.literal('profileUnusable'), failure: z.string() }),
  z.strictObject({ code: z.literal('tooOften'), perUser: z.int(), perMachine: z.int() }),
]);
export type RehearsalProblem = z.infer<typeof rehearsalProblemSchema>;

/**
 * What a rehearsal streams: `started`; each step, the last one with the problem that ended it; the events of the proof that
 * hands the mail over, until it was accepted, or seen in the mailbox where the profile can look into it; `finished`.
 */
export const rehearsalEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('started'), steps: z.array(rehearsalStepSchema) }),
  z.strictObject({
    type: z.literal('stepFinished'),
    step: rehearsalStepSchema,
    /** What the step saw: the user, the address, the profile, the subject. */
    subject: z.string(),
    problem: rehearsalProblemSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('delivery'), event: proofEventSchema }),
  z.strictObject({
    type: z.literal('finished'),
    outcome: proofOutcomeSchema,
    /** The line of the delivery log; null: it did not come to that. */
    noticeId: z.uuid().nullable(),
  }),
]);
export type RehearsalEvent = z.infer<typeof rehearsalEventSchema>;

/** Active local users whom no mail can reach, by name. */
export const unreachableUsersSchema = z.strictObject({
  total: z.int().nonnegative(),
  users: z.array(
    z.strictObject({ id: z.uuid(), name: z.string(), displayName: z.string(), mail: z.string().nullable() }),
  ),
});
export type UnreachableUsers = z.infer<typeof unreachableUsersSchema>;
