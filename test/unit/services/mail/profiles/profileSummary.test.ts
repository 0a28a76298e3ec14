import { describe, expect, it } from 'vitest';
import type { StageName } from '../../../../../electron/contract/proof/proof.ts';
import { provenOnlyUntil } from '../../../../../electron/services/mail/profiles/profileSummary.ts';

describe('how far a way without an envelope is proven', () => {
  it.each([
    ['microsoft365', 'secure', 'envelope'],
    ['microsoft365', 'deliver', null],
    ['exchange', 'folder', 'envelope'],
    ['exchange', 'deliver', null],
    ['outlook', 'folder', 'envelope'],
    ['outlook', 'deliver', null],
    ['capture', 'deliver', null],
    ['pickup', 'identify', null],
  ] as const)('is told by its last stage: %s until %s', (kind, stage, expected) => {
    expect(provenOnlyUntil({ kind, arrival: null }, stage satisfies StageName)).toBe(expected);
  });
});
