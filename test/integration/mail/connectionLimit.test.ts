import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeliveryPlanner } from '../../../electron/services/mail/proof/deliveryPlan.ts';
import type { ResolvedSmtp } from '../../../electron/services/mail/resolvedProfile.ts';
import { createMessageSender, MessageNotSent } from '../../../electron/services/mail/sendMessage.ts';
import { runStages } from '../../../electron/services/proof/runStages.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import type { SmtpAnswer } from '../../lab/faults/smtpScript.ts';
import { createTestPool, failureOf, parts, seeProof, signIn, smtpValues } from './proofLab.ts';

const greeting = '220 scripted.example.test ESMTP';
const accepted = '250 2.0.0 Ok';
const never = new AbortController().signal;

let server: ScriptedSmtp;
/** Clients between greeting and good-bye: now, and the most that there ever were. */
let clients: { now: number; most: number };
/** What the server does at these moments; a test may put something else in their place. */
let onGreeting: () => SmtpAnswer;
let onMessage: () => Promise<SmtpAnswer>;

beforeEach(async () => {
  clients = { now: 0, most: 0 };
  onGreeting = () => greeting;
  onMessage = async () => accepted;
  server = await scriptedSmtp({
    GREETING: () => {
      clients.now += 1;
      clients.most = Math.max(clients.most, clients.now);
      return onGreeting();
    },
    '.': () => onMessage(),
    QUIT: () => {
      clients.now -= 1;
      return { send: '221 2.0.0 Bye', hangUp: 'end' };
    },
  });
});
afterEach(() => server.close());

const alone = (changes: Partial<ResolvedSmtp> = {}): ResolvedSmtp =>
  smtpValues({
    ...{ host: '127.0.0.1', port: server.port, maxConnections: 1, authentication: signIn('alice') },
    ...changes,
  });
const impatient = (changes: Partial<ResolvedSmtp> = {}) => alone({ timeoutMs: 100, ...changes });

/** Lets a first proof come as far as the server's word on the message. */
const holdPlace = async (changes: Partial<ResolvedSmtp> = {}) => {
  const reached = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<SmtpAnswer>();
  onMessage = () => {
    reached.resolve();
    onMessage = async () => accepted;
    return answer.promise;
  };
  const proof = seeProof(alone(changes));
  await reached.promise;
  return async () => {
    answer.resolve(accepted);
    return proof;
  };
};

describe('an account that a server lets in only once at a time', () => {
  it('is never used twice at once, and who waited says how long', async () => {
    const proofs = await Promise.all(Array.from({ length: 5 }, () => seeProof(alone())));
    expect(proofs.map(({ outcome }) => outcome)).toEqual(Array(5).fill('passed'));
    expect(clients.most).toBe(1);
    const waits = proofs.map(({ stages }) => stages.connect?.evidence.facts.waitedMs);
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(1);
  });

  it('makes another proof wait in vain, and says that the profile, not the server, is the cause', async () => {
    const finish = await holdPlace();
    const second = await seeProof(impatient({ name: 'another profile' }));
    expect(failureOf(second)).toBe('connect connectionsInUse');
    expect(second.failed?.finding).toMatchObject({
      ...{ who: 'wait', permanent: false, parameters: { maxConnections: '1' } },
    });
    expect(server.received.filter((line) => line.startsWith('EHLO'))).toHaveLength(1);
    expect((await finish()).outcome).toBe('passed');
    expect((await seeProof(impatient({ timeoutMs: 5_000 }))).outcome).toBe('passed');
  });

  it('is the same for the mails of the program', async () => {
    const finish = await holdPlace();
    const message = { to: ['bob@corp.example'], subject: 'S', text: 'T', language: 'en' } as const;
    const error = await createMessageSender(parts, createTestPool().pool)(
      impatient(),
      { ...message, to: [...message.to] },
      never,
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MessageNotSent);
    expect(error).toMatchObject({ stage: 'connect', finding: { code: 'connectionsInUse' }, reply: null });
    await finish();
  });

  it('can be waited for without a limit of one’s own, and by another account', async () => {
    const finish = await holdPlace();
    expect((await seeProof(impatient({ timeoutMs: 5_000, maxConnections: null }))).outcome).toBe('passed');
    expect((await seeProof(impatient({ timeoutMs: 5_000, authentication: signIn('bob') }))).outcome).toBe(
      'passed',
    );
    await finish();
  });
});

describe('the place of a connection', () => {
  const nextOne = async (): Promise<string> => {
    onGreeting = () => greeting;
    return (await seeProof(alone({ timeoutMs: 5_000 }))).outcome;
  };

  it.each([
    ['is refused', '554 5.7.1 No', 'greet serverRefusesClient'],
    ['is hung up', { hangUp: 'end' }, 'greet connectionClosedBeforeGreeting'],
    ['gets no answer', {}, 'greet greetingNeverCame'],
  ] as const)('is free again after one that %s', async (_, answer, expected) => {
    onGreeting = () => answer;
    expect(failureOf(await seeProof(alone({ timeoutMs: 500 })))).toBe(expected);
    expect(await nextOne()).toBe('passed');
  });

  it('is free again after one that was cancelled', async () => {
    const controller = new AbortController();
    onGreeting = () => {
      controller.abort();
      return {};
    };
    expect((await seeProof(alone(), { signal: controller.signal })).outcome).toBe('cancelled');
    expect(await nextOne()).toBe('passed');
  });

  it('is not taken by one that was cancelled while it waited', async () => {
    const finish = await holdPlace();
    const controller = new AbortController();
    const waiting = seeProof(alone(), { signal: controller.signal });
    controller.abort();
    expect((await waiting).outcome).toBe('cancelled');
    await finish();
    expect(await nextOne()).toBe('passed');
  });

  it('is free again after a fault of the program', async () => {
    const planDelivery = createDeliveryPlanner({ ...parts, log: { error: () => undefined } });
    const compose = () => Promise.reject(new Error('a fault'));
    const delivery = { proofId: 'one', values: alone(), recipients: ['bob@corp.example'], compose };
    const tokenHolder = async () => ({ profileId: null, by: 'anna', language: null });
    const plan = planDelivery({ ...delivery, until: 'deliver', tokenHolder, asksFirst: true });
    const events = runStages({ ...plan, proofId: 'one', fingerprint: async () => '' }, never);
    for await (const event of events) if (event.type === 'finished') expect(event.outcome).toBe('failed');
    expect(await nextOne()).toBe('passed');
  });
});
