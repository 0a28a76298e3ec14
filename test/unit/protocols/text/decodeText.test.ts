import { expect, it } from 'vitest';
import { decodeText } from '../../../../electron/protocols/text/decodeText.ts';

it.each([
  ['UTF-8', Buffer.from('Zürich')],
  ['UTF-8 with its mark', Buffer.from('\ufeffZürich')],
  ['UTF-16 as Windows writes it', Buffer.from('\ufeffZürich', 'utf16le')],
  ['UTF-16 with the other order', Buffer.from('\ufeffZürich', 'utf16le').swap16()],
])('reads %s', (_encoding, bytes) => {
  expect(decodeText(bytes)).toBe('Zürich');
});

it('reads nothing, and what was cut in the middle of a character', () => {
  expect(decodeText(Buffer.alloc(0))).toBe('');
  expect(decodeText(Buffer.from('Zü').subarray(0, 2))).toBe('Z\ufffd');
});
