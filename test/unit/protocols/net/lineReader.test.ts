import { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader, maximumLineBytes } from '../../../../electron/protocols/net/lineReader.ts';

/** A connection whose other side is the test. */
const createPipe = () => {
  const stream = new Duplex({ read: () => undefined, write: (_, __, done) => done() });
  const reader = new LineReader(stream as unknown as Socket);
  return { stream, reader, send: (bytes: Buffer | string) => stream.push(bytes) };
};

const readAll = async (reader: LineReader): Promise<{ lines: string[]; code: unknown; words: unknown }> => {
  const lines: string[] = [];
  for (;;) {
    try {
      lines.push(await reader.next());
    } catch (error) {
      const { code, words } = error as { code?: unknown; words?: unknown };
      return { lines, code, words };
    }
  }
};

describe('line reader', () => {
  it('gives the same lines however the bytes are cut', async () => {
    const text = '220 mail.example.test ESMTP\r\n250-ünïcode\n250 end\r\n\r\n';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 60, maxLength: 60 }),
        async (sizes) => {
          const { reader, send } = createPipe();
          let rest = Buffer.from(text);
          for (const size of sizes) {
            if (rest.length === 0) break;
            send(rest.subarray(0, size));
            rest = rest.subarray(size);
          }
          if (rest.length > 0) send(rest);
          send('');
          const lines = [await reader.next(), await reader.next(), await reader.next(), await reader.next()];
          expect(lines).toEqual(['220 mail.example.test ESMTP', '250-ünïcode', '250 end', '']);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('reads bytes that are no UTF-8 as Latin-1', async () => {
    const { reader, send } = createPipe();
    send(Buffer.from([0xe9, 0x20, 0xff, 0x0a]));
    expect(await reader.next()).toBe('é ÿ');
  });

  it('gives what came before the end, then EOF', async () => {
    const { stream, reader, send } = createPipe();
    send('554 5.7.1 blocked\r\nunfinished');
    stream.push(null);
    expect(await readAll(reader)).toEqual({
      lines: ['554 5.7.1 blocked'],
      code: 'EOF',
      words: 'unfinished',
    });
  });

  it('gives up on a line that does not end', async () => {
    const { stream, reader, send } = createPipe();
    send(Buffer.alloc(maximumLineBytes + 1, 'x'));
    expect(await readAll(reader)).toEqual({
      lines: [],
      code: 'EMSGSIZE',
      words: 'x'.repeat(maximumLineBytes + 1),
    });
    expect(stream.destroyed).toBe(true);
  });

  it('has one reader at a time: a second one is told so, and the first keeps its line', async () => {
    const { reader, send } = createPipe();
    const first = reader.next();
    await expect(reader.next()).rejects.toThrow('one line at a time');
    send('220 ready\r\n');
    expect(await first).toBe('220 ready');
  });

  it('lets a sender wait whose lines nobody reads', async () => {
    const { stream, reader, send } = createPipe();
    send('x\n'.repeat(60_000));
    await new Promise(setImmediate);
    expect(stream.isPaused()).toBe(true);
    for (let line = 0; line < 60_000; line += 1) expect(await reader.next()).toBe('x');
    expect(stream.isPaused()).toBe(false);
  });

  it.each([
    ['', true, ''],
    ['250 injected\r\n', false, '250 injected'],
    ['250 injected\r\n250 a', false, '250 injected\n250 a'],
    ['250 inj', false, '250 inj'],
    ['\r\n', false, ''],
    ['250 a\r\n\r\n\n\r\n', false, '250 a'],
    [`${'\n'.repeat(100_000)}x`, false, `${'\n'.repeat(100_000)}x`],
  ])('tells that behind a line came %j', async (rest, isEmpty, unread) => {
    const { reader, send } = createPipe();
    send(`220 go ahead\r\n${rest}`);
    await reader.next();
    expect(reader).toMatchObject({ isEmpty, unread });
  });

  it('knows a connection that was lost before it began', async () => {
    const stream = new Duplex({ read: () => undefined });
    stream.destroy();
    await expect(new LineReader(stream as unknown as Socket).next()).rejects.toMatchObject({ code: 'EOF' });
  });
});
