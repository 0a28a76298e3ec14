import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ProofEvent, StageResult } from '../../../../electron/contract/proof/proof.ts';
import { createProofLog, type ProofLog } from '../../../../electron/services/proof/proofLog.ts';

const result = (stage: StageResult['stage'], status: StageResult['status']): StageResult => ({
  ...{ stage, status, durationMs: 1 },
  evidence: { replies: [], facts: {}, certificates: [] },
  finding:
    status === 'failed'
      ? { code: 'refused', severity: 'error', who: 'user', permanent: true, parameters: {}, changes: [] }
      : null,
});

const eventsOf = (proofId: string, results: StageResult[], outcome: 'passed' | 'failed'): ProofEvent[] => [
  {
    type: 'started',
    proofId,
    startedAt: '2026-11-21T02:00:00.000Z',
    stages: results.map(({ stage }) => stage),
  },
  ...results.map((one): ProofEvent => ({ type: 'stageFinished', result: one })),
  { type: 'finished', proofId, outcome, fingerprint: 'abc', durationMs: 5 },
];

const write = (log: ProofLog, events: readonly ProofEvent[]): void => {
  events.forEach(log.open({ profileId: null, profileName: 'head-office', target: 'mail:587', by: 'anna' }));
};

describe('proof log', () => {
  it('gives the record of a finished proof: the stage that failed and its finding', () => {
    const log = createProofLog();
    const id = randomUUID();
    write(
      log,
      eventsOf(
        id,
        [result('resolve', 'passed'), result('connect', 'failed'), result('greet', 'skipped')],
        'failed',
      ),
    );
    expect(log.find(id)).toEqual({
      ...{ at: '2026-11-21T02:00:00.000Z', by: 'anna', outcome: 'failed', fingerprint: 'abc' },
      ...{ stage: 'connect', findingCode: 'refused' },
    });
    expect(log.read(id)?.stages).toHaveLength(3);
  });

  it('names the last stage that passed', () => {
    const log = createProofLog();
    const id = randomUUID();
    write(log, eventsOf(id, [result('envelope', 'passed'), result('deliver', 'skipped')], 'passed'));
    expect(log.find(id)).toMatchObject({ stage: 'envelope', findingCode: null });
  });

  it('keeps the results in the order of the stages, and decides by what its outcome says', () => {
    const log = createProofLog();
    const id = randomUUID();
    const results = ['bind', 'ping', 'search'] as const;
    const [started, ...events] = eventsOf(
      id,
      results.map((stage) => result(stage, stage === 'search' ? 'passed' : 'failed')),
      'passed',
    );
    if (started?.type !== 'started') throw new Error('A proof starts.');
    write(log, [{ ...started, stages: ['ping', 'bind', 'search'] }, ...events]);
    expect(log.read(id)?.stages.map(({ stage }) => stage)).toEqual(['ping', 'bind', 'search']);
    expect(log.find(id)).toMatchObject({ outcome: 'passed', stage: 'search', findingCode: null });
  });

  it('has no record of a part of a proof, which says nothing of the whole, but can report on it', () => {
    const log = createProofLog();
    const id = randomUUID();
    const subject = { profileId: null, profileName: 'corp.example', target: '', by: 'anna', isPart: true };
    eventsOf(id, [result('bind', 'passed')], 'passed').forEach(log.open(subject));
    expect(log.find(id)).toBeNull();
    expect(log.read(id)?.outcome).toBe('passed');
  });

  it('does not know a proof that has not finished', () => {
    const log = createProofLog();
    const id = randomUUID();
    write(log, eventsOf(id, [result('resolve', 'passed')], 'passed').slice(0, -1));
    expect(log.find(id)).toBeNull();
    expect(log.read(id)).toBeNull();
  });

  it('forgets the oldest', () => {
    const log = createProofLog(2);
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) write(log, eventsOf(id, [result('resolve', 'passed')], 'passed'));
    expect(ids.map((id) => log.find(id) !== null)).toEqual([false, true, true]);
  });
});
