import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readAtMost } from '../../../../electron/hosts/cli/readAtMost.ts';

it.each([
  [['abc', 'def'], 7, 'abcdef', true],
  [['abc', 'def'], 6, 'abcdef', true],
  [['abc', 'def'], 5, 'abcde', false],
  [[], 5, '', true],
])('reads %j to at most %i bytes', async (parts, limit, read, isWhole) => {
  const source = Readable.from(parts.map((part) => Buffer.from(part)));
  const input = await readAtMost(source, limit);
  expect({ text: Buffer.from(input.bytes).toString(), isWhole: input.isWhole }).toEqual({
    text: read,
    isWhole,
  });
});

it('takes no more of an endless source than it must, and closes it', async () => {
  let taken = 0;
  const source = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(10, (taken += 10));
    })(),
    { highWaterMark: 1 },
  );
  await readAtMost(source, 100);
  expect(source.destroyed).toBe(true);
  expect(taken).toBeLessThan(200);
});
