import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeData } from '../../../../electron/protocols/smtp/encodeData.ts';
import { envelopePath, needsUtf8 } from '../../../../electron/protocols/smtp/envelopePath.ts';

describe('a message on the wire', () => {
  it('has CRLF everywhere, doubled dots and one end', () => {
    expect(encodeData(Buffer.from('A: b\n\n.dot\r\n..two\rlast')).toString()).toBe(
      'A: b\r\n\r\n..dot\r\n...two\r\nlast\r\n.\r\n',
    );
  });

  it('keeps bytes that are no ASCII', () => {
    const bytes = Buffer.from([0xc3, 0xa9, 0xff, 0x00, 0x0d, 0x0a]);
    expect(encodeData(bytes)).toEqual(Buffer.concat([bytes, Buffer.from('.\r\n')]));
  });

  it('never ends before its end, and is the same message again', () => {
    const piece = fc.constantFrom('.', '\r\n', '\n', '\r', 'a', '..', 'QUIT', '\r\n.\r\n');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const wire = encodeData(Buffer.from(pieces.join(''))).toString('latin1');
        expect(wire.endsWith('.\r\n')).toBe(true);
        expect(`\r\n${wire}`.indexOf('\r\n.\r\n')).toBe(wire.length - 3);
        expect(wire.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('an address in the envelope', () => {
  it('has its domain in A-labels', () => {
    expect(envelopePath('info@münchen.example')).toBe('info@xn--mnchen-3ya.example');
    expect(envelopePath('info@Corp.example.')).toBe('info@corp.example');
    expect(needsUtf8(envelopePath('info@münchen.example'))).toBe(false);
    expect(needsUtf8(envelopePath('jörg@münchen.example'))).toBe(true);
  });

  it('is exactly one address or never reaches the wire', () => {
    const nasty = fc.constantFrom(
      '<',
      '>',
      '\r\n',
      '\n',
      ' ',
      '@',
      ',',
      'a',
      'b.example',
      '"',
      '\0',
      'RCPT TO:',
      'SIZE=1',
    );
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 12 }), (pieces) => {
        const address = pieces.join('');
        let path: string;
        try {
          path = envelopePath(address);
        } catch {
          return;
        }
        expect(path).toMatch(/^[^\s<>",\0]+@[^\s<>",@\0]+$/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
