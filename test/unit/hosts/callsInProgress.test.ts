import { expect, it } from 'vitest';
import { createCallsInProgress } from '../../../electron/hosts/callsInProgress.ts';

const longMs = 600_000;

it('waits for the calls that run, and for no other', async () => {
  const calls = createCallsInProgress();
  const steps: string[] = [];
  calls.begin()();
  const end = calls.begin();
  const settled = calls.settle(longMs).then(() => steps.push('settled'));
  steps.push('ended');
  end();
  await settled;
  expect(steps).toEqual(['ended', 'settled']);
});

it('waits for none that does not end', async () => {
  const calls = createCallsInProgress();
  calls.begin();
  await expect(calls.settle(1)).resolves.toBeUndefined();
});
