import { describe, expect, it } from 'vitest';
import type { RehearsalEvent } from '../../../../../electron/contract/notices/rehearsal.ts';
import type { ProofEvent, StageName, StageResult } from '../../../../../electron/contract/proof/proof.ts';
import { advanceRehearsal, endOf, noRehearsal } from '../../../../../renderer/areas/notices/rehearsalRun.ts';

const follow = (...events: RehearsalEvent[]) => events.reduce(advanceRehearsal, noRehearsal);

const evidence = { replies: [], facts: {}, certificates: [] };

const delivery = (event: ProofEvent): RehearsalEvent => ({ type: 'delivery', event });

const done = (stage: StageName, status: StageResult['status']): RehearsalEvent =>
  delivery({ type: 'stageFinished', result: { stage, status, durationMs: 1, evidence, finding: null } });

const begun = (...stages: StageName[]): RehearsalEvent =>
  delivery({
    ...{ type: 'started', proofId: '00000000-0000-4000-8000-000000000001', stages },
    startedAt: '2026-01-01T00:00:00.000Z',
  });

const finished = (outcome: 'passed' | 'failed' | 'cancelled'): RehearsalEvent => ({
  ...{ type: 'finished', outcome, noticeId: null },
});

describe('a rehearsal', () => {
  it('shows the steps that were done, the last one with what ended it', () => {
    const problem = { code: 'addressMissing' } as const;
    const run = follow(
      { type: 'started', steps: ['user', 'address', 'profile', 'compose'] },
      { type: 'stepFinished', step: 'user', subject: 'anna', problem: null },
      { type: 'stepFinished', step: 'address', subject: '', problem },
      finished('failed'),
    );
    expect(run.results.map(({ step, problem: found }) => [step, found])).toEqual([
      ['user', null],
      ['address', problem],
    ]);
    expect(endOf(run)).toBe('failed');
  });

  it.each([
    ['arrived', [done('deliver', 'passed'), done('arrive', 'passed')]],
    ['accepted', [done('deliver', 'passed'), done('arrive', 'skipped')]],
    ['written', [done('write', 'passed')]],
    ['kept', [done('store', 'passed')]],
  ] as const)('says no more than was seen: %s', (end, stages) => {
    const run = follow(begun('deliver', 'arrive', 'write', 'store'), ...stages);
    expect(endOf(run)).toBeNull();
    expect(endOf(follow(begun('deliver', 'arrive', 'write', 'store'), ...stages, finished('passed')))).toBe(
      end,
    );
  });
});
