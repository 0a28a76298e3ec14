import { describe, expect, it } from 'vitest';
import { limitOf } from '../../../../../renderer/areas/mail/proofLimit.ts';

describe('limitOf', () => {
  it('goes as far as the profile can, when nobody chose', () => {
    expect(limitOf(null, true)).toBe('arrive');
    expect(limitOf(null, false)).toBe('deliver');
  });

  it('goes as far as was chosen', () => {
    expect(limitOf({ limit: 'envelope', canArrive: false }, false)).toBe('envelope');
    expect(limitOf({ limit: 'deliver', canArrive: true }, true)).toBe('deliver');
  });

  it('tries a delivery check that was switched on after the choice', () => {
    expect(limitOf({ limit: 'envelope', canArrive: false }, true)).toBe('arrive');
  });

  it('looks into no mailbox once the delivery check is switched off', () => {
    expect(limitOf({ limit: 'arrive', canArrive: true }, false)).toBe('deliver');
  });
});
