import { expect, it } from 'vitest';
import type { ProofEvent, StageName } from '../../../../electron/contract/proof/proof.ts';
import { inShownOrder } from '../../../../electron/hosts/cli/inShownOrder.ts';

const begins = (stage: StageName): ProofEvent => ({ type: 'stageStarted', stage, atMs: 0 });
const ends = (stage: StageName): ProofEvent => ({
  type: 'stageFinished',
  result: {
    ...{ stage, status: 'passed', durationMs: 1, finding: null },
    evidence: { replies: [], facts: {}, certificates: [] },
  },
});

async function* streamOf(events: readonly ProofEvent[]): AsyncGenerator<ProofEvent, void, void> {
  yield* events;
}

it('tells stages that run beside each other in the order in which they are shown', async () => {
  const stages: StageName[] = ['join', 'ping', 'ports', 'clock', 'secure'];
  const events: ProofEvent[] = [
    { type: 'started', proofId: '', startedAt: '', stages },
    ...[begins('join'), ends('join'), begins('ping'), begins('ports'), begins('clock')],
    ...[ends('ports'), ends('clock'), ends('ping'), ends('secure')],
  ];
  const told: string[] = [];
  for await (const event of inShownOrder(streamOf(events)))
    if (event.type === 'stageFinished') told.push(event.result.stage);
  expect(told).toEqual(stages);
});
