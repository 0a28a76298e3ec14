import { describe, expect, it } from 'vitest';
import type { ProofEvent, StageResult } from '../../../../../electron/contract/proof/proof.ts';
import {
  advance,
  barOf,
  cut,
  failedStage,
  lineToShow,
  type ProofRun,
  skippedStages,
} from '../../../../../renderer/areas/proof/proofRun.ts';
import { afterAgain, whileAgain } from '../../../../../renderer/areas/proof/runAgain.ts';
import { linesOf, statusOf } from '../../../../../renderer/areas/proof/stageState.ts';

const proofId = '7b1d1a5e-7b0f-4d8a-9a55-0c7a4a0d8a11';
const started: ProofEvent = {
  type: 'started',
  proofId,
  startedAt: '2026-11-21T10:00:00.000Z',
  stages: ['resolve', 'connect', 'greet'],
};
const result = (stage: StageResult['stage'], change: Partial<StageResult> = {}): ProofEvent => ({
  type: 'stageFinished',
  result: {
    stage,
    status: 'passed',
    durationMs: 5,
    evidence: { replies: [], facts: {}, certificates: [] },
    finding: null,
    ...change,
  },
});
const warning: StageResult['finding'] = {
  code: 'certificateEndsSoon',
  severity: 'warning',
  who: 'mailAdministrator',
  permanent: true,
  parameters: {},
  changes: [],
};

const after = (...events: ProofEvent[]): ProofRun => {
  const run = [started, ...events].reduce<ProofRun | null>(advance, null);
  if (!run) throw new Error('The proof did not start');
  return run;
};
const stageToShow = (run: ProofRun) => lineToShow(run)?.stage ?? null;
const statuses = (run: ProofRun) => run.stages.map(statusOf);

describe('a proof that waits for a person', () => {
  const needed: ProofEvent = {
    type: 'personNeeded',
    stage: 'connect',
    request: { way: 'browser', url: 'https://login.example/', redirectUri: 'http://localhost:9999/callback' },
  };
  const waitingRun = [started, needed].reduce<ProofRun | null>(advance, null);

  it('says what for, until that stage has finished', () => {
    expect(waitingRun?.person).toMatchObject({ stage: 'connect', request: { way: 'browser' } });
    expect(advance(waitingRun, result('resolve'))?.person?.stage).toBe('connect');
    expect(advance(waitingRun, result('connect'))?.person).toBeNull();
  });

  it('waits for nobody any more when it was cut short', () => {
    expect(waitingRun && cut(waitingRun).person).toBeNull();
  });
});

describe('a proof as it is seen', () => {
  it('shows every stage from the start, and the running one', () => {
    expect(statuses(after())).toEqual(['waiting', 'waiting', 'waiting']);
    const run = after(result('resolve'), { type: 'stageStarted', stage: 'connect', atMs: 5 });
    expect(statuses(run)).toEqual(['passed', 'running', 'waiting']);
  });

  it('opens the failed stage by itself, else the first with a warning or note', () => {
    expect(stageToShow(after(result('resolve')))).toBeNull();
    expect(stageToShow(after(result('resolve', { finding: warning })))).toBe('resolve');
    const note = { ...warning, severity: 'note' } as const;
    expect(stageToShow(after(result('resolve'), result('connect', { finding: note })))).toBe('connect');
    const failed = after(result('resolve', { finding: warning }), result('connect', { status: 'failed' }));
    expect(stageToShow(failed)).toBe('connect');
  });

  it('counts as cancelled when its stream ends without a last word', () => {
    expect(cut(after(result('resolve'))).outcome).toBe('cancelled');
    const finished: ProofEvent = {
      type: 'finished',
      proofId,
      outcome: 'failed',
      fingerprint: 'f',
      durationMs: 9,
    };
    expect(cut(after(finished)).outcome).toBe('failed');
  });

  it('shows no stage as running after it was cut short', () => {
    const running = advance(after(result('resolve')), { type: 'stageStarted', stage: 'connect', atMs: 5 });
    const statuses = (running ? cut(running) : null)?.stages.map(statusOf);
    expect(statuses).toEqual(['passed', 'cancelled', 'waiting']);
  });

  it('lays each stage on the time line of the whole proof', () => {
    const run = after(
      { type: 'stageStarted', stage: 'connect', atMs: 50 },
      result('connect', { durationMs: 25 }),
      { type: 'finished', proofId, outcome: 'passed', fingerprint: 'f', durationMs: 100 },
    );
    expect(run.stages.map((state) => barOf(run, linesOf(state)))).toEqual([
      null,
      { start: 50, width: 25 },
      null,
    ]);
  });

  it('names the stages that it did not come to, once it has ended', () => {
    const running = after(result('resolve', { status: 'failed' }), result('connect', { status: 'skipped' }));
    expect(skippedStages(running)).toEqual([]);
    expect(skippedStages(cut(running))).toEqual(['connect', 'greet']);
  });

  it('collects the dialogue in order', () => {
    const line = { stage: 'greet', atMs: 1, direction: 'server', text: '220 ready' } as const;
    expect(after({ type: 'transcript', line }).transcript).toEqual([line]);
  });
});

describe('a proof that asks several domain controllers', () => {
  const one = { controller: 'dc1.corp.example.test' };
  const two = { controller: 'dc2.corp.example.test' };
  const failed = { status: 'failed' } as const;

  it('has one line for each of them, and says how the stage stands over all', () => {
    const halfway = after(
      { type: 'stageStarted', stage: 'resolve', atMs: 1, ...one },
      { type: 'stageStarted', stage: 'resolve', atMs: 1, ...two },
      result('resolve', one),
    );
    expect(statuses(halfway)[0]).toBe('running');
    const run = [result('resolve', { ...two, ...failed })].reduce<ProofRun | null>(advance, halfway);
    expect(run?.stages[0]?.controllers.map(({ controller }) => controller)).toEqual([
      one.controller,
      two.controller,
    ]);
    expect(run && statuses(run)[0]).toBe('partly');
  });

  it('failed at the stage that none passed; what failed for one alone opens where all else passed', () => {
    const lost = after(
      ...[result('resolve', one), result('resolve', { ...two, ...failed })],
      ...[result('connect', { ...one, ...failed }), result('connect', { ...two, status: 'skipped' })],
    );
    expect(failedStage(lost)?.stage).toBe('connect');
    expect(lineToShow(lost)).toMatchObject({ stage: 'connect', ...one });
    const usable = after(
      result('resolve', one),
      result('resolve', { ...two, ...failed }),
      result('connect', one),
    );
    expect(failedStage(usable)).toBeUndefined();
    expect(lineToShow(usable)).toMatchObject({ stage: 'resolve', ...two });
  });

  it('is skipped as a whole when no controller was found', () => {
    expect(skippedStages(cut(after(result('resolve', { status: 'skipped' }))))).toContain('resolve');
  });

  it('takes over what one line came to when that was run again, and leaves all else', () => {
    const first = after(
      ...[result('resolve', one), result('resolve', { ...two, ...failed })],
      { type: 'transcript', line: { stage: 'resolve', ...two, atMs: 1, direction: 'note', text: 'lost' } },
      { type: 'finished', proofId, outcome: 'passed', fingerprint: 'f', durationMs: 9 },
    );
    const line = { stage: 'resolve', ...two } as const;
    expect(statuses(whileAgain(first, line))[0]).toBe('running');
    const said = { stage: 'resolve', ...two, atMs: 1, direction: 'note', text: 'found' } as const;
    const run = afterAgain(
      first,
      line,
      after({ type: 'transcript', line: said }, result('resolve', two)),
      'now',
    );
    expect(statuses(run)[0]).toBe('passed');
    expect(run.stages[0]?.controllers.map(({ againAt }) => againAt)).toEqual([null, 'now']);
    expect(run.transcript).toEqual([said]);
    expect(run.outcome).toBe('passed');
  });

  it('takes over what a whole stage came to, for each controller that was asked again', () => {
    const first = after(result('resolve', one), result('resolve', { ...two, ...failed }));
    const stage = { stage: 'resolve', controller: null } as const;
    expect(statuses(whileAgain(first, stage))[0]).toBe('running');
    const run = afterAgain(first, stage, after(result('resolve', one), result('resolve', two)), 'now');
    expect(run.stages[0]?.controllers.map(({ againAt }) => againAt)).toEqual(['now', 'now']);
    expect(statuses(run)[0]).toBe('passed');
  });

  it('keeps a line as it was when running it again came to nothing', () => {
    const first = after(result('resolve', one));
    const line = { stage: 'resolve', ...one } as const;
    expect(afterAgain(first, line, null, 'now')).toBe(first);
    expect(afterAgain(first, line, after(result('resolve', { ...one, status: 'skipped' })), 'now')).toBe(
      first,
    );
  });
});
