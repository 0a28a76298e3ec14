import { expect, it } from 'vitest';
import type { StageName, StageResult } from '../../../../../electron/contract/proof/proof.ts';
import type { FindingCode } from '../../../../../electron/services/knowledge/findingTable.ts';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import { wholeController } from '../../../../../electron/services/directory/proof/wholeController.ts';

const result = (stage: StageName, code: FindingCode | null): StageResult => ({
  ...{ stage, controller: 'dc1', durationMs: 1, evidence: { replies: [], facts: {}, certificates: [] } },
  ...{ status: code === null ? 'passed' : 'failed', finding: code && makeFinding(code, {}) },
});

it.each([
  ['controllerPortsClosed', [result('ports', 'controllerNotRunning')], 'controllerNotRunning'],
  ['controllerPortsClosed', [result('ports', null)], 'ldapTimedOut'],
  ['controllerPortsClosed', [], 'controllerPortsClosed'],
  [
    'tlsHandshakeTimedOut',
    [result('ping', 'controllerPingUnanswered'), result('clock', 'ldapTimedOut')],
    'controllerHangs',
  ],
  ['tlsHandshakeTimedOut', [result('ping', 'controllerPingUnanswered')], 'tlsHandshakeTimedOut'],
  ['certificateExpired', [result('ports', 'controllerSilent')], 'certificateExpired'],
] as const)('%s, after what was seen before, is %s', (code, results, meant) => {
  expect(wholeController(makeFinding(code, {}), results).code).toBe(meant);
});
