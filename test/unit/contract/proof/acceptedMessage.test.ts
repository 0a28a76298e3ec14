import { expect, it } from 'vitest';
import { acceptedMessage } from '../../../../electron/contract/proof/acceptedMessage.ts';
import type { StageResult } from '../../../../electron/contract/proof/proof.ts';

const reply = { command: null, code: 202, enhanced: null, text: 'Accepted' };

const result = (
  stage: StageResult['stage'],
  facts: StageResult['evidence']['facts'],
  status: StageResult['status'] = 'passed',
): StageResult => ({
  ...{ stage, status, durationMs: 1, finding: null },
  evidence: { replies: [reply], facts, certificates: [] },
});

it.each<[string, StageResult[]]>([
  ['SMTP', [result('envelope', { recipient: 'bob@corp.example' }), result('deliver', {})]],
  ['a web service', [result('deliver', { recipient: 'bob@corp.example' })]],
])('names to whom a message went by %s', (_, results) => {
  expect(acceptedMessage(results)).toEqual({ recipient: 'bob@corp.example', reply });
});

it.each<[string, StageResult[]]>([
  ['was refused', [result('deliver', { recipient: 'bob@corp.example' }, 'failed')]],
  ['was not sent', [result('envelope', { recipient: 'bob@corp.example' })]],
])('names nobody where the message %s', (_, results) => {
  expect(acceptedMessage(results)).toBeNull();
});
