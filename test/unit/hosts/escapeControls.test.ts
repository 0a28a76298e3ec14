import { expect, it } from 'vitest';
import { escapeControls } from '../../../electron/hosts/escapeControls.ts';

it.each([
  ['a\u001b[31mb', String.raw`a\u001b[31mb`],
  ['a\rb\u0085\u2028', String.raw`a\u000db\u0085\u2028`],
  ['a\u202eb\u2066c', String.raw`a\u202eb\u2066c`],
  ['one\n\ttwo', 'one\n\ttwo'],
  ['Grüße, 你好, 👩‍🚀', 'Grüße, 你好, 👩‍🚀'],
])('writes %j so that no terminal obeys it', (text, written) => {
  expect(escapeControls(text)).toBe(written);
});

it('leaves JSON the value that it is', () => {
  const value = { text: 'a\u001b\u007f\u009b\u202e\u2028"\\' };
  expect(JSON.parse(escapeControls(JSON.stringify(value)))).toEqual(value);
});
