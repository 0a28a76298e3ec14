import * as files from 'node:fs/promises';
import type {
  ProofEvent,
  StageName,
  StageResult,
  TranscriptLine,
} from '../../../electron/contract/proof/proof.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import { createConnectionLimit } from '../../../electron/services/mail/proof/connectionLimit.ts';
import { createConnectionPool } from '../../../electron/services/mail/sending/connectionPool.ts';
import { digestProfile } from '../../../electron/services/mail/proof/profileFingerprint.ts';
import { createMailProver } from '../../../electron/services/mail/proof/mailProver.ts';
import { recipientFor } from '../../../electron/services/mail/ownRecipient.ts';
import type { MailProofRequest, MailProver } from '../../../electron/services/mail/profileProving.ts';
import type { ResolvedSmtp } from '../../../electron/services/mail/resolvedProfile.ts';
import { createProofLog } from '../../../electron/services/proof/proofLog.ts';
import { onlyServers } from '../../unit/services/mail/proof/onlyServers.ts';

/** What a proof brought to light. */
export type SeenProof = {
  events: ProofEvent[];
  stages: Partial<Record<StageName, StageResult>>;
  /** `resolve passed`, `connect failed` … in their order, without those that were skipped. */
  course: string[];
  transcript: TranscriptLine[];
  outcome: string;
  /** The stage that failed. */
  failed: StageResult | undefined;
};

export const password = 'a-password-that-nobody-guesses';

export const parts = {
  fingerprint: async (values: MailProofRequest['values']) => digestProfile(values, 'key of the test'),
  storeMessage: async () => 'stored-message',
  files,
  trustStore: createTrustStore(),
  machineName: 'client',
  connections: createConnectionLimit(),
  ...onlyServers,
  now: () => new Date(),
  log: {
    error: (event: string, fields: object) => {
      throw new Error(`${event}: ${String('error' in fields ? fields.error : '')}`);
    },
  },
};

/** A pool whose time only passes when a test says so. */
export const createTestPool = () => {
  const pending = new Set<() => void>();
  const startTimer = (work: () => void): (() => void) => {
    pending.add(work);
    return () => void pending.delete(work);
  };
  const passTime = (): void => {
    for (const work of [...pending]) work();
  };
  return { pool: createConnectionPool({ startTimer }), passTime };
};

export const prove = createMailProver({ ...parts, proofLog: createProofLog() });

/** A relay on this machine that needs no sign-in; `changes` make of it what a test needs. */
export const smtpValues = (changes: Partial<ResolvedSmtp>): ResolvedSmtp => ({
  ...{ kind: 'smtp', name: 'head-office', host: 'localhost', port: 25, encryption: 'none' },
  from: { address: 'bob@mail.example.test', displayName: 'Bob' },
  testRecipient: 'alice@mail.example.test',
  trust: { mode: 'system' },
  authentication: { mode: 'none' },
  clientName: null,
  timeoutMs: 10_000,
  maxConnections: null,
  arrival: null,
  ...changes,
});

export const signIn = (userName: string, secret = password): ResolvedSmtp['authentication'] => ({
  ...{ mode: 'password', mechanism: null, userName, password: secret, source: 'typed' },
});

export type Wishes = Partial<Omit<MailProofRequest, 'values'>> & {
  signal?: AbortSignal;
  /** Left out: who proves without tokens. */
  run?: MailProver;
  /** Is told each event; the next one waits until it is done with it. */
  onEvent?: (event: ProofEvent) => unknown;
};

/** Proves until `deliver`, unless the test wishes something else, and gives what was seen. */
export const seeProof = async (
  values: MailProofRequest['values'],
  { signal = new AbortController().signal, run = prove, onEvent, ...wishes }: Wishes = {},
): Promise<SeenProof> => {
  const request = {
    values,
    recipient: recipientFor(values, null),
    until: 'deliver',
    language: 'en',
    by: 'anna',
    profileId: null,
    ...wishes,
  } as const;
  const events: ProofEvent[] = [];
  for await (const event of run(request)(signal)) {
    events.push(event);
    await onEvent?.(event);
  }
  const results = events.flatMap((event) => (event.type === 'stageFinished' ? [event.result] : []));
  const end = events.at(-1);
  return {
    events,
    stages: Object.fromEntries(results.map((result) => [result.stage, result])),
    course: results
      .filter(({ status }) => status !== 'skipped')
      .map(({ stage, status }) => `${stage} ${status}`),
    transcript: events.flatMap((event) => (event.type === 'transcript' ? [event.line] : [])),
    outcome: end?.type === 'finished' ? end.outcome : 'unfinished',
    failed: results.find(({ status }) => status === 'failed'),
  };
};

/** Stage and finding of what failed: `connect connectionRefused`. */
export const failureOf = ({ failed }: SeenProof): string => `${failed?.stage} ${failed?.finding?.code}`;
