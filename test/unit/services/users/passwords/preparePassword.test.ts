import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  passwordLength,
  preparePassword,
} from '../../../../../electron/services/users/passwords/preparePassword.ts';

describe('a prepared password', () => {
  it('is the same however the keyboard composes its letters', () => {
    expect(preparePassword('Zoe\u0308 Crêpe')).toBe(preparePassword('Zo\u00eb Cre\u0302pe'));
    expect(preparePassword('a\u00a0b\u3000c')).toBe('a b c');
  });

  it('keeps compatibility characters apart, as RFC 8265 4.2.2 does', () => {
    expect(preparePassword('ﬁ')).not.toBe(preparePassword('fi'));
  });

  it('is refused when it is empty or holds what no keyboard types', () => {
    expect(['', 'a\u0000b', 'a\nb', 'a\ud800'].map(preparePassword)).toEqual([null, null, null, null]);
  });

  it('counts what a person counts', () => {
    expect(passwordLength('🔑🔑🔑')).toBe(3);
  });

  it('changes nothing more when it is prepared again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = preparePassword(typed);
        return once === null || preparePassword(once) === once;
      }),
    );
  });
});
