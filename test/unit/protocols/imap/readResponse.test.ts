import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableFolder } from '../../../../electron/protocols/imap/imapText.ts';
import { readResponse } from '../../../../electron/protocols/imap/readResponse.ts';

const linesOf = (lines: readonly (string | Buffer)[]) => {
  const left = lines.map((line) => Buffer.from(line));
  return async (): Promise<Buffer> => {
    const next = left.shift();
    if (next === undefined) throw Object.assign(new Error('EOF'), { code: 'EOF' });
    return next;
  };
};

describe('a response of IMAP', () => {
  it.each([
    [['* OK ready\r'], { line: '* OK ready', literals: [] }],
    [['* LIST () "/" {3}\r', 'a b\r'], { line: '* LIST () "/" {3}', literals: ['a b'] }],
    [['* X {4}\r', 'a\r', 'b {2}\r', 'cd end\r'], { line: '* X {4} {2} end', literals: ['a\r\nb', 'cd'] }],
    [['* X {0}\r', ' end'], { line: '* X {0} end', literals: [''] }],
    [['* X {3}\r', 'a\r', ' end\r'], { line: '* X {3} end', literals: ['a\r\n'] }],
    [['* X {2}\r', '', '', ' end\r'], { line: '* X {2} end', literals: ['\n\n'] }],
    [['* X {2}\r', 'é'], { line: '* X {2}', literals: ['é'] }],
  ])('%j', async (lines, expected) => {
    expect(await readResponse(linesOf(lines))).toEqual(expected);
  });

  it('is read whatever it is, or given up', async () => {
    const line = fc.oneof(
      fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
      fc.tuple(fc.string(), fc.nat(3_000_000)).map(([text, count]) => Buffer.from(`${text}{${count}}`)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 10 }), async (lines) => {
        const outcome = await readResponse(linesOf(lines)).catch((error: { code?: string }) => error.code);
        if (typeof outcome === 'string') expect(outcome).toMatch(/^(?:EOF|EMSGSIZE)$/);
        else expect(outcome?.line).toBeTypeOf('string');
      }),
    );
  });
});

describe('the name of a folder', () => {
  it.each([
    ['INBOX', 'INBOX'],
    ['Entw&APw-rfe', 'Entwürfe'],
    ['~peter/mail/&U,BTFw-/&ZeVnLIqe-', '~peter/mail/台北/日本語'],
    ['You &- me', 'You & me'],
    ['a & b', 'a & b'],
    ['&AA-', '&AA-'],
  ])('%j is %j', (name, expected) => {
    expect(readableFolder(name)).toBe(expected);
  });
});
