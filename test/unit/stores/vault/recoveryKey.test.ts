import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRecoverySecret,
  formatRecoveryKey,
  parseRecoveryKey,
} from '../../../../electron/stores/vault/recoveryKey.ts';

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes));

describe('a recovery key', () => {
  it('is seven groups of five symbols that cannot be misread', () => {
    expect(formatRecoveryKey(createRecoverySecret())).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/,
    );
  });

  it('opens what it was made for', () => {
    fc.assert(
      fc.property(secrets, (secret) => parseRecoveryKey(formatRecoveryKey(secret))?.equals(secret) === true),
    );
  });

  it('may be typed in any case, with blanks for dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom('I', 'l', 'L', 'i'), (secret, one) => {
        const typed = formatRecoveryKey(secret).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
        expect(parseRecoveryKey(`  ${typed.replaceAll('1', one)}\n`)).toEqual(secret);
      }),
    );
  });

  it('is refused when a symbol is wrong or missing', () => {
    fc.assert(
      fc.property(secrets, fc.nat(34), (secret, index) => {
        const symbols = [...formatRecoveryKey(secret).replaceAll('-', '')];
        symbols[index] = symbols[index] === 'A' ? 'B' : 'A';
        const typed = symbols.join('');
        // Fifteen check bits: one slip in 32,768 goes unnoticed here, and then does not open the vault.
        expect(parseRecoveryKey(typed)?.equals(secret) ?? false).toBe(false);
        expect(parseRecoveryKey(typed.slice(1))).toBeNull();
      }),
    );
    expect(parseRecoveryKey('')).toBeNull();
    expect(parseRecoveryKey('U'.repeat(35))).toBeNull();
  });
});
