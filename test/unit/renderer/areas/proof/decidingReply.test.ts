import { describe, expect, it } from 'vitest';
import type { ServerReply } from '../../../../../electron/contract/proof/evidence.ts';
import type { StageResult } from '../../../../../electron/contract/proof/proof.ts';
import { decidingReply } from '../../../../../renderer/areas/proof/decidingReply.ts';

const reply = (code: number | null, text: string): ServerReply => ({
  ...{ command: null, code, enhanced: null, text },
});
const resultWith = (status: StageResult['status'], ...replies: ServerReply[]): StageResult => ({
  ...{ stage: 'envelope', status, durationMs: 1 },
  evidence: { replies, facts: {}, certificates: [] },
  finding: null,
});

describe('the reply that decided', () => {
  const refusal = reply(550, 'no');
  it('is the last of a failed stage', () => {
    expect(decidingReply(resultWith('failed', reply(250, 'ok'), refusal))).toBe(refusal);
  });
  it('can be words that are no reply', () => {
    const words = reply(null, 'SSH-2.0-x');
    expect(decidingReply(resultWith('failed', words))).toBe(words);
  });
  it.each([
    ['the stage passed', resultWith('passed', refusal)],
    ['the last word was friendly', resultWith('failed', reply(220, 'go ahead'))],
    ['nothing was said', resultWith('failed')],
  ])('is none when %s', (_, result) => {
    expect(decidingReply(result)).toBeNull();
  });
});
