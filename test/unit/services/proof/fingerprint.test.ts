import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, sealSecret } from '../../../../electron/services/proof/fingerprint.ts';

describe('fingerprint', () => {
  it('is the same whatever the order of the names', () => {
    expect(fingerprintOf({ host: 'a', port: 25, list: [1, null, { b: true, a: 'é' }] })).toBe(
      fingerprintOf({ list: [1, null, { a: 'é', b: true }], port: 25, host: 'a' }),
    );
  });

  it('is SHA-256 over canonical JSON (RFC 8785)', () => {
    expect(fingerprintOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('tells different values apart', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), fc.string(), (values, name, text) => {
        const changed = { ...values, [name]: `${values[name] ?? ''}${text}x` };
        expect(fingerprintOf(changed)).not.toBe(fingerprintOf(values));
      }),
    );
  });

  it('takes a secret only under a key, and never shows it', () => {
    expect(sealSecret('hunter2', 'key')).not.toBe(sealSecret('hunter2', 'other key'));
    expect(sealSecret('hunter2', 'key')).toMatch(/^[0-9a-f]{64}$/);
    expect(() => sealSecret('hunter2', '')).toThrow();
  });
});
