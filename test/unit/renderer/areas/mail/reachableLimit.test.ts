import { describe, expect, it } from 'vitest';
import { reachableLimit } from '../../../../../renderer/areas/mail/reachableLimit.ts';

describe('reachableLimit', () => {
  it('ends a proof at the accepted message when there is no mailbox to look into', () => {
    expect(reachableLimit('arrive', false)).toBe('deliver');
    expect(reachableLimit('arrive', true)).toBe('arrive');
    expect(reachableLimit('envelope', false)).toBe('envelope');
  });
});
