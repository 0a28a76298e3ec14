import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { findingSchema } from './finding.ts';

/** What stages are about, each once. */
export const stagesAbout = {
  both: ['secure'],
  mail: [
    'discover',
    'token',
    'claims',
    'ticket',
    'resolve',
    'connect',
    'greet',
    'identify',
    'authenticate',
    'version',
    'mailbox',
    'start',
    'envelope',
    'deliver',
    'arrive',
    'folder',
    'write',
    'store',
  ],
  directory: [
    'join',
    'locate',
    'ping',
    'ports',
    'clock',
    'rootdse',
    'bind',
    'policy',
    'search',
    'groups',
    'trusts',
  ],
} as const;

/** Every stage of every proof, in no order; each has a label `stages.<name>` in the locale files. */
export const stageNames = [...stagesAbout.both, ...stagesAbout.mail, ...stagesAbout.directory] as const;
export const stageNameSchema = z.enum(stageNames);
export type StageName = z.infer<typeof stageNameSchema>;

/** Host name of the domain controller that this is about; left out where it is about none, as always in mail. */
const controller = z.string().optional();

export const stageResultSchema = z.strictObject({
  stage: stageNameSchema,
  controller,
  /** `skipped`: not asked for, or not reached because an earlier stage failed. */
  status: z.enum(['passed', 'failed', 'skipped', 'cancelled']),
  durationMs: z.number().nonnegative(),
  evidence: evidenceSchema,
  finding: findingSchema.nullable(),
});
export type StageResult = z.infer<typeof stageResultSchema>;

export const transcriptLineSchema = z.strictObject({
  stage: stageNameSchema,
  controller,
  /** Milliseconds since the proof started. */
  atMs: z.number().nonnegative(),
  direction: z.enum(['client', 'server', 'note']),
  /** One line with secrets masked, control characters replaced, at most 1,024 characters. */
  text: z.string(),
});
export type TranscriptLine = z.infer<typeof transcriptLineSchema>;

export const proofOutcomeSchema = z.enum(['passed', 'failed', 'cancelled']);
export type ProofOutcome = z.infer<typeof proofOutcomeSchema>;

/** What only a person can do now, and what it takes. */
export const personNeededSchema = z.discriminatedUnion('way', [
  /** Sign in with the browser of this machine, at this address. */
  z.strictObject({ way: z.literal('browser'), url: z.string(), redirectUri: z.string() }),
  /** Sign in anywhere and type the code (RFC 8628, 3.3). */
  z.strictObject({
    way: z.literal('deviceCode'),
    url: z.string(),
    userCode: z.string(),
    expiresAt: z.iso.datetime(),
  }),
]);
export type PersonNeeded = z.infer<typeof personNeededSchema>;

/**
 * What a running proof streams, in this order: started, for each stage (stageStarted, transcript and personNeeded in any order, stageFinished),
 * finished. A stage that is skipped has its stageFinished alone. `stages` of `started` has each name once; a stage that is
 * about domain controllers runs once for each of them, several at a time, and its events say which one.
 */
export const proofEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('started'),
    proofId: z.uuid(),
    startedAt: z.iso.datetime(),
    stages: z.array(stageNameSchema),
  }),
  z.strictObject({ type: z.literal('stageStarted'), stage: stageNameSchema, controller, atMs: z.number() }),
  z.strictObject({ type: z.literal('transcript'), line: transcriptLineSchema }),
  z.strictObject({ type: z.literal('personNeeded'), stage: stageNameSchema, request: personNeededSchema }),
  z.strictObject({ type: z.literal('stageFinished'), result: stageResultSchema }),
  z.strictObject({
    type: z.literal('finished'),
    proofId: z.uuid(),
    outcome: proofOutcomeSchema,
    /** SHA-256 (hex) over exactly the values that were proven; see `services/proof/fingerprint.ts`. */
    fingerprint: z.string(),
    durationMs: z.number(),
  }),
]);
export type ProofEvent = z.infer<typeof proofEventSchema>;

/** What is kept of the last proof of saved values. */
export const proofRecordSchema = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
  outcome: proofOutcomeSchema,
  fingerprint: z.string(),
  /** The stage that failed, or the last one that passed. */
  stage: stageNameSchema,
  findingCode: z.string().nullable(),
});
export type ProofRecord = z.infer<typeof proofRecordSchema>;
