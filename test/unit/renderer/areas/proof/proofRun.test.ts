import { describe, expect, it } from 'vitest';
import type { ProofEvent, StageResult } from '../../../../../electron/contract/proof/proof.ts';
import {
  advance,
  barOf,
  cut,
  type ProofRun,
  skippedStages,
  stageToShow,
  statusOf,
} from '../../../../../renderer/areas/proof/proofRun.ts';

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
const statuses = (run: ProofRun) => run.stages.map(statusOf);

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

  it('lays each stage on the time line of the whole proof', () => {
    const run = after(
      { type: 'stageStarted', stage: 'connect', atMs: 50 },
      result('connect', { durationMs: 25 }),
      { type: 'finished', proofId, outcome: 'passed', fingerprint: 'f', durationMs: 100 },
    );
    expect(run.stages.map((state) => barOf(run, state))).toEqual([null, { start: 50, width: 25 }, null]);
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
