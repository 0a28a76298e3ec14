import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { TimeLimitError } from '../../../../electron/concurrency/timeLimitError.ts';
import { proofEventSchema, type ProofOutcome } from '../../../../electron/contract/proof/proof.ts';
import type { Finding } from '../../../../electron/contract/proof/finding.ts';
import type { RunStage } from '../../../../electron/services/proof/course.ts';
import { inOrder } from '../../../../electron/services/proof/inOrder.ts';
import { type ProofPlan, runStages } from '../../../../electron/services/proof/runStages.ts';
import {
  PersonTimeout,
  type Stage,
  StageFailure,
  type StageWork,
} from '../../../../electron/services/proof/stage.ts';
import { collect, resultsOf } from './collect.ts';

const finding = (code: string, severity: Finding['severity'] = 'error'): Finding => ({
  ...{ code, severity, who: 'user', permanent: true },
  ...{ parameters: {}, changes: [] },
});

const stage = (
  name: Stage['name'],
  run: Stage['run'] = async () => null,
  rest: Partial<Stage> = {},
): Stage => ({
  ...{ name, run, wanted: true, timeoutMs: 10_000 },
  ...rest,
});

const never = new Promise<never>(() => undefined);

const planOf = (stages: Stage[], rest: Partial<ProofPlan> = {}): ProofPlan => ({
  ...{ proofId: '3b0c7f5e-2f2a-4d7e-9d7f-0c2a6d1f9a11', ...inOrder(stages) },
  fingerprint: async () => 'f'.repeat(64),
  close: () => undefined,
  explain: (_, error) => finding(error instanceof TimeLimitError ? 'timeUp' : 'bug'),
  mask: (text) => text.replaceAll('hunter2', '***'),
  ...rest,
});

const run = (stages: Stage[], rest: Partial<ProofPlan> = {}, signal = new AbortController().signal) =>
  collect(runStages(planOf(stages, rest), signal));

const statuses = (events: Awaited<ReturnType<typeof run>>): string[] =>
  resultsOf(events).map((result) => `${result.stage} ${result.status}`);

describe('a proof', () => {
  it('leaves nothing behind with a signal that outlives it', async () => {
    const seen: AbortSignal[] = [];
    const course = async (runStage: RunStage, signal: AbortSignal): Promise<ProofOutcome> => {
      seen.push(signal);
      await runStage(stage('resolve'));
      return 'passed';
    };
    await run([], { course, stageNames: ['resolve'] });
    expect(seen.map((signal) => getEventListeners(signal, 'abort'))).toEqual([[]]);
  });

  it('streams started, each stage with its transcript, and finished, as the contract shapes them', async () => {
    const events = await run([
      stage('resolve', async ({ transcript, evidence }) => {
        transcript.note('127.0.0.1');
        evidence.fact('host', 'mail.corp.example');
        return null;
      }),
      stage('connect'),
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      ...['started', 'stageStarted', 'transcript', 'stageFinished'],
      ...['stageStarted', 'stageFinished', 'finished'],
    ]);
    for (const event of events) expect(() => proofEventSchema.parse(event)).not.toThrow();
    expect(events.at(-1)).toMatchObject({ outcome: 'passed', fingerprint: 'f'.repeat(64) });
  });

  it('shows of a finding neither secrets nor control characters, whoever said what it names', async () => {
    const named = { ...finding('noCommonMechanism'), parameters: { mechanisms: 'X\u001b[2Jhunter2\u202e' } };
    const subject = 'CN=\u202ehunter2';
    const change = { change: 'trustCertificate', pem: 'pem', subject, fingerprint: 'AB' } as const;
    const events = await run([stage('secure', async () => ({ ...named, changes: [change] }))]);
    expect(resultsOf(events)[0]?.finding).toMatchObject({
      parameters: { mechanisms: 'X\ufffd[2J***\ufffd' },
      changes: [{ pem: 'pem', subject: 'CN=\ufffd***' }],
    });
  });

  it('skips what was not asked for, and what comes after a failure', async () => {
    const events = await run([
      stage('resolve'),
      stage('secure', undefined, { wanted: false }),
      stage('connect', async () => finding('refused')),
      stage('greet'),
    ]);
    expect(statuses(events)).toEqual(['resolve passed', 'secure skipped', 'connect failed', 'greet skipped']);
    expect(events.at(-1)).toMatchObject({ outcome: 'failed' });
  });

  it('goes on after a warning', async () => {
    const events = await run([stage('secure', async () => finding('soon', 'warning')), stage('identify')]);
    expect(statuses(events)).toEqual(['secure passed', 'identify passed']);
  });

  it('keeps what a stage saw before it failed', async () => {
    const [result] = resultsOf(
      await run([
        stage('connect', async ({ evidence }) => {
          evidence.fact('address', '10.0.0.5');
          throw new StageFailure(finding('refused'));
        }),
      ]),
    );
    expect(result).toMatchObject({
      finding: { code: 'refused' },
      evidence: { facts: { address: '10.0.0.5' } },
    });
  });

  it('turns a bug in a stage into a failed stage', async () => {
    const events = await run([
      stage('resolve', () => {
        throw new TypeError('undefined is not a function');
      }),
    ]);
    expect(resultsOf(events)[0]).toMatchObject({ status: 'failed', finding: { code: 'bug' } });
  });

  it('ends a stage that does not listen when its time is up, and closes what is open', async () => {
    const close = vi.fn();
    const events = await run([stage('greet', () => never, { timeoutMs: 20 }), stage('secure')], { close });
    expect(statuses(events)).toEqual(['greet failed', 'secure skipped']);
    expect(resultsOf(events)[0]?.finding?.code).toBe('timeUp');
    expect(close).toHaveBeenCalled();
  });

  it('masks secrets and replaces control characters in what a peer said', async () => {
    const events = await run([
      stage('authenticate', async ({ evidence, transcript }) => {
        evidence.reply({ command: 'AUTH', code: 535, enhanced: null, text: 'no hunter2 \u0007' });
        transcript.server('535 no hunter2\r\nBcc: x');
        return null;
      }),
    ]);
    expect(JSON.stringify(events)).not.toContain('hunter2');
    expect(resultsOf(events)[0]?.evidence.replies[0]?.text).toBe('no *** \ufffd');
    expect(events).toContainEqual(
      expect.objectContaining({
        line: expect.objectContaining({ text: '535 no ***\ufffd Bcc: x' }) as unknown,
      }),
    );
  });

  it('does not let a talkative peer fill the memory', async () => {
    const events = await run([
      stage('identify', async ({ evidence, transcript }) => {
        for (let line = 0; line < 50_000; line += 1) transcript.server('x'.repeat(5_000));
        evidence.reply({ command: 'EHLO', code: 250, enhanced: null, text: 'y'.repeat(1_000_000) });
        return null;
      }),
    ]);
    const lines = events.filter(({ type }) => type === 'transcript');
    expect(lines.length).toBeLessThanOrEqual(1_000);
    expect(JSON.stringify(events).length).toBeLessThan(1_500_000);
  });

  it('tells the observer of each event before the reader', async () => {
    const seen: string[] = [];
    const events = runStages(
      planOf([stage('resolve')], { observe: ({ type }) => seen.push(type) }),
      new AbortController().signal,
    );
    for await (const { type } of events) expect(seen).toContain(type);
    expect(seen.at(-1)).toBe('finished');
  });

  it('does not start before somebody reads', async () => {
    const begun = vi.fn(async () => null);
    const events = runStages(planOf([stage('resolve', begun)]), new AbortController().signal);
    await events.return(undefined);
    expect(begun).not.toHaveBeenCalled();
  });

  it('fails as a whole when its fingerprint cannot be made', async () => {
    const fingerprint = async (): Promise<string> => Promise.reject(new Error('vault'));
    await expect(run([stage('resolve')], { fingerprint })).rejects.toThrow('vault');
  });
});

describe('cancelling a proof', () => {
  const waiting = () => {
    const begun = Promise.withResolvers<StageWork>();
    const ended = vi.fn();
    const greet = stage('greet', async (work) => {
      begun.resolve(work);
      return never;
    });
    return { begun: begun.promise, ended, greet };
  };

  it('closes at once what is open, and says which stage it was', async () => {
    const { begun, ended, greet } = waiting();
    const controller = new AbortController();
    const proof = run([greet, stage('secure')], { close: ended }, controller.signal);
    await begun;
    controller.abort();
    expect(ended).toHaveBeenCalledOnce();
    const events = await proof;
    expect(statuses(events)).toEqual(['greet cancelled', 'secure skipped']);
    expect(events.at(-1)).toMatchObject({ outcome: 'cancelled' });
  });

  it('by giving the stream up aborts the stage while a read waits', async () => {
    const { begun, ended, greet } = waiting();
    const events = runStages(planOf([greet], { close: ended }), new AbortController().signal);
    await events.next();
    await events.next();
    const read = events.next();
    const { signal } = await begun;
    await events.return(undefined);
    expect(signal.aborted).toBe(true);
    expect(ended).toHaveBeenCalled();
    expect(await read).toEqual({ done: true, value: undefined });
  });

  it('before it began runs no stage', async () => {
    const begun = vi.fn(async () => null);
    const events = await run([stage('resolve', begun)], {}, AbortSignal.abort());
    expect(begun).not.toHaveBeenCalled();
    expect(events.at(-1)).toMatchObject({ outcome: 'cancelled' });
  });

  it('between two stages starts no other', async () => {
    const controller = new AbortController();
    const second = vi.fn(async () => null);
    const first = stage('resolve', async () => {
      queueMicrotask(() => controller.abort());
      return null;
    });
    const events = await run([first, stage('connect', second)], {}, controller.signal);
    expect(events.at(-1)).toMatchObject({ outcome: 'cancelled' });
    expect(second.mock.calls.length).toBe(0);
  });
});

describe('a stage that asks a person', () => {
  const request = {
    way: 'browser',
    url: 'https://login.example/',
    redirectUri: 'http://localhost:1/',
  } as const;

  it('tells what only the person can do, between its start and its end', async () => {
    const events = await run([
      stage('token', async ({ ask }) => {
        ask(request);
        return null;
      }),
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      ...['started', 'stageStarted', 'personNeeded', 'stageFinished', 'finished'],
    ]);
    expect(events[2]).toEqual({ type: 'personNeeded', stage: 'token', request });
    for (const event of events) expect(() => proofEventSchema.parse(event)).not.toThrow();
  });

  it('has the time of the person, not its own', async () => {
    const explain = vi.fn(() => finding('nobodyCame'));
    const limits = { timeoutMs: 5, personTimeoutMs: 40 };
    const asking = stage(
      'token',
      async ({ ask }) => {
        ask(request);
        return never;
      },
      limits,
    );
    const events = await run([asking], { explain });
    expect(statuses(events)).toEqual(['token failed']);
    expect(explain).toHaveBeenCalledWith('token', expect.any(PersonTimeout), expect.anything(), undefined);
  });

  it('asks nobody any more when it has ended', async () => {
    const late = Promise.withResolvers<StageWork>();
    const ended = stage('token', async (work) => {
      late.resolve(work);
      return null;
    });
    const asking = stage('claims', async () => {
      (await late.promise).ask(request);
      return null;
    });
    const events = await run([ended, asking]);
    expect(events.filter(({ type }) => type === 'personNeeded')).toEqual([]);
  });
});

describe('a proof of several controllers', () => {
  const both = (names: Stage['name'][], stages: Stage[], outcome: ProofOutcome = 'passed') => ({
    stageNames: names,
    course: async (runStage: RunStage) => {
      await Promise.all(stages.map(runStage));
      return outcome;
    },
  });

  const labelled = (events: Awaited<ReturnType<typeof run>>): string[] =>
    resultsOf(events).map(({ stage: name, controller, status }) => `${name} ${controller ?? '-'} ${status}`);

  it('runs stages of the same name at once, and every event says of which controller it is', async () => {
    const second = Promise.withResolvers<null>();
    const events = await run(
      [],
      both(
        ['ping'],
        [
          stage('ping', () => second.promise, { controller: 'dc1' }),
          stage(
            'ping',
            async ({ transcript }) => {
              transcript.note('here');
              second.resolve(null);
              return null;
            },
            { controller: 'dc2' },
          ),
        ],
      ),
    );
    for (const event of events) expect(() => proofEventSchema.parse(event)).not.toThrow();
    expect(events[0]).toMatchObject({ type: 'started', stages: ['ping'] });
    expect(labelled(events).toSorted()).toEqual(['ping dc1 passed', 'ping dc2 passed']);
    expect(events).toContainEqual(
      expect.objectContaining({ line: expect.objectContaining({ controller: 'dc2' }) as unknown }),
    );
  });

  it('says of no stage a controller that it has not', async () => {
    const [result] = resultsOf(await run([stage('resolve')]));
    expect(result).not.toHaveProperty('controller');
  });

  it('leaves it to the course what a failed stage means', async () => {
    const failing = stage('ping', async () => finding('silent'), { controller: 'dc1' });
    const events = await run([], both(['ping'], [failing, stage('ping', undefined, { controller: 'dc2' })]));
    expect(events.at(-1)).toMatchObject({ outcome: 'passed' });
  });

  it('closes what one stage opened when its time is up, not what the others did', async () => {
    const close = vi.fn();
    const closeOne = vi.fn();
    const slow = Promise.withResolvers<null>();
    const late = stage('bind', () => never, {
      ...{ timeoutMs: 20, controller: 'dc1' },
      close: () => {
        closeOne();
        expect(close).not.toHaveBeenCalled();
        slow.resolve(null);
      },
    });
    const other = stage('bind', () => slow.promise, { controller: 'dc2' });
    const explain = vi.fn(() => finding('timeUp'));
    const events = await run([], { ...both(['bind'], [late, other]), close, explain });
    expect(closeOne).toHaveBeenCalledOnce();
    expect(labelled(events).toSorted()).toEqual(['bind dc1 failed', 'bind dc2 passed']);
    expect(explain).toHaveBeenCalledWith('bind', expect.any(TimeLimitError), expect.anything(), 'dc1');
  });

  it('cancels all that run', async () => {
    const controller = new AbortController();
    const begun = vi.fn(() => {
      if (begun.mock.calls.length === 2) queueMicrotask(() => controller.abort());
      return never;
    });
    const stages = ['dc1', 'dc2'].map((name) => stage('ping', begun, { controller: name }));
    const events = await run([], both(['ping'], stages, 'cancelled'), controller.signal);
    expect(labelled(events)).toEqual(['ping dc1 cancelled', 'ping dc2 cancelled']);
  });
});
