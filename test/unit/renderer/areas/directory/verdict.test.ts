import { describe, expect, it } from 'vitest';
import type { ProofEvent, StageName, StageResult } from '../../../../../electron/contract/proof/proof.ts';
import { directoryVerdict } from '../../../../../electron/contract/directory/directoryVerdict.ts';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import { controllerRows } from '../../../../../renderer/areas/directory/proof/controllerRows.ts';
import { trustRows } from '../../../../../renderer/areas/directory/proof/trustRows.ts';
import { advance, cut, type ProofRun, resultsOf } from '../../../../../renderer/areas/proof/proofRun.ts';

const proofId = '7b1d1a5e-7b0f-4d8a-9a55-0c7a4a0d8a11';
const one = 'dc1.corp.example.test';
const two = 'dc2.corp.example.test';

const result = (
  stage: StageName,
  controller: string,
  status: StageResult['status'],
  facts: StageResult['evidence']['facts'] = {},
  finding: StageResult['finding'] = null,
): ProofEvent => ({
  type: 'stageFinished',
  result: {
    ...{ stage, controller, status, durationMs: 1, finding },
    evidence: { replies: [], facts, certificates: [] },
  },
});

const runOf = (outcome: 'passed' | 'failed' | null, ...events: ProofEvent[]): ProofRun => {
  const stages: StageName[] = ['ping', 'ports', 'clock', 'bind', 'policy', 'search', 'groups', 'trusts'];
  const started: ProofEvent = { type: 'started', proofId, startedAt: '2026-11-21T10:00:00.000Z', stages };
  const end: ProofEvent[] = outcome
    ? [{ type: 'finished', proofId, outcome, fingerprint: 'f', durationMs: 9 }]
    : [];
  const run = [started, ...events, ...end].reduce<ProofRun | null>(advance, null);
  if (!run) throw new Error('The proof did not start');
  return cut(run);
};

/** Told of every whole proof, at least as skipped. */
const lastStages = [result('search', one, 'skipped'), result('groups', one, 'skipped')];

const verdictOf = (run: ProofRun) => directoryVerdict(resultsOf(run), run.outcome);

describe('the verdict of a proof of the directory', () => {
  it('names the controllers that can be used, the soundest first, and what else is broken', () => {
    const run = runOf(
      'passed',
      ...[result('ports', one, 'failed'), result('ports', two, 'passed')],
      ...[result('bind', one, 'passed'), result('bind', two, 'passed'), ...lastStages],
    );
    expect(verdictOf(run)).toMatchObject({
      kind: 'usable',
      through: [two, one],
      failedAt: null,
      broken: [{ controller: one, stages: ['ports'] }],
    });
  });

  it('says at which stage it ended where nothing can be used, and what was broken before', () => {
    const run = runOf(
      'failed',
      ...[result('ping', one, 'failed'), result('ping', two, 'passed')],
      ...[result('bind', one, 'skipped'), result('bind', two, 'failed'), ...lastStages],
    );
    expect(verdictOf(run)).toMatchObject({
      kind: 'unusable',
      failedAt: 'bind',
      broken: [{ controller: one, stages: ['ping'] }],
    });
  });

  it('takes a name that was not found for no word on the directory', () => {
    const missing = makeFinding('testUserNotFound', { userName: 'anna', domain: 'corp.example' });
    const run = runOf('failed', result('bind', one, 'passed'), result('policy', one, 'failed', {}, missing));
    expect(verdictOf(run)).toMatchObject({ kind: 'personMissing', through: [one], userName: 'anna' });
  });

  it('says where it began: at the ports, when the connection failed for the same reason', () => {
    const dead = makeFinding('controllerNotRunning', {});
    const run = runOf(
      'failed',
      ...[result('ping', one, 'failed'), result('ports', one, 'failed', {}, dead)],
      ...[result('clock', one, 'failed'), result('bind', one, 'failed', {}, dead), ...lastStages],
    );
    expect(verdictOf(run)).toMatchObject({
      ...{ failedAt: 'ports', broken: [{ controller: one, stages: ['ping', 'clock'] }] },
    });
  });

  it.each(['passed', 'failed'] as const)('is none of single stages that %s', (outcome) => {
    expect(verdictOf(runOf(outcome, result('policy', one, outcome)))).toBeNull();
  });

  it('is none where the proof was cancelled', () => {
    expect(verdictOf(runOf(null, result('ping', one, 'passed')))).toBeNull();
  });
});

describe('what a proof measured', () => {
  it('has one row for each controller: ports, clock, policy', () => {
    const run = runOf(
      'passed',
      result('ports', one, 'passed', { portStates: ['88 open', '636 refused', 'no port'] }),
      result('clock', one, 'passed', { clockSkewSeconds: 2, kerberosSkewSeconds: -3 }),
      result('policy', one, 'passed', { signing: 'required', channelBinding: 'notTold' }),
      result('ping', two, 'failed'),
    );
    expect(controllerRows(run)).toEqual([
      { controller: two, ports: [], skewSeconds: null, signing: null, channelBinding: null },
      {
        controller: one,
        ports: [
          { port: 88, state: 'open', isNeeded: false },
          { port: 636, state: 'refused', isNeeded: false },
        ],
        ...{ skewSeconds: -3, signing: 'required', channelBinding: 'notTold' },
      },
    ]);
  });

  it('lists each trusted domain once, reached or why not', () => {
    const trusts = [
      'partner.example.test · PARTNER · forest · bidirectional · transitive · 3 ms',
      'old.example.test · OLD · external · inbound · domainNotReachable',
      'what nobody wrote',
    ];
    const run = runOf(
      'passed',
      result('trusts', one, 'passed', { trusts }),
      result('trusts', two, 'passed', { trusts }),
    );
    expect(trustRows(run)).toMatchObject([
      { name: 'partner.example.test', kind: 'forest', isTransitive: true, reached: '3 ms', isReached: true },
      { name: 'old.example.test', direction: 'inbound', reached: 'domainNotReachable', isReached: false },
    ]);
  });
});
