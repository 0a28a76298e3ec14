import { describe, expect, it } from 'vitest';
import { decodeText, decodeWholeText } from '../../../../electron/protocols/text/decodeText.ts';

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

describe('a text that may not be guessed at', () => {
  it.each([
    ['UTF-8', Buffer.from('Gehüim')],
    ['UTF-8 with its mark', Buffer.from('\ufeffGehüim')],
    ['UTF-16 as Windows writes it', Buffer.from('\ufeffGehüim', 'utf16le')],
    ['UTF-16 with the other order', Buffer.from('\ufeffGehüim', 'utf16le').swap16()],
  ])('is read as %s', (_encoding, bytes) => {
    expect(decodeWholeText(bytes)).toBe('Gehüim');
  });

  it.each([
    ['Latin-1', Buffer.from('Gehüim', 'latin1')],
    ['UTF-8 that was cut in the middle of a character', Buffer.from('Zü').subarray(0, 2)],
    ['UTF-16 that was cut in the middle of a character', Buffer.from('\ufeffZü', 'utf16le').subarray(0, 5)],
    ['half a character of UTF-16', Buffer.from('\ufeffZ\ud800', 'utf16le')],
    ['UTF-16 without its mark', Buffer.from('Geheim', 'utf16le')],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x5a, 0, 0, 0])],
  ])('is not read from %s', (_encoding, bytes) => {
    expect(decodeWholeText(bytes)).toBeNull();
  });
});
