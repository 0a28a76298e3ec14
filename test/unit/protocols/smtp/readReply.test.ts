import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply, replyLimits } from '../../../../electron/protocols/smtp/readReply.ts';
import { queueIdIn } from '../../../../electron/protocols/smtp/queueId.ts';
import { softwareIn } from '../../../../electron/protocols/smtp/software.ts';
import { toReply } from '../../../../electron/protocols/smtp/smtpReply.ts';

const linesOf = (lines: Iterable<string>) => {
  const iterator = lines[Symbol.iterator]();
  return async (): Promise<string> => {
    const next = iterator.next();
    if (next.done) throw Object.assign(new Error('EOF'), { code: 'EOF' });
    return next.value;
  };
};
const read = (...lines: string[]) => readReply(linesOf(lines));

describe('a reply', () => {
  it.each([
    [['250 2.1.0 Ok'], { code: 250, enhanced: '2.1.0', lines: ['Ok'] }],
    [['250'], { code: 250, enhanced: null, lines: [''] }],
    [['220 mail ESMTP'], { code: 220, enhanced: null, lines: ['mail ESMTP'] }],
    [
      ['535-5.7.8 Username and', '535 5.7.8 Password not accepted'],
      { code: 535, enhanced: '5.7.8', lines: ['Username and', 'Password not accepted'] },
    ],
    [['550 4.1.1 class differs'], { code: 550, enhanced: null, lines: ['4.1.1 class differs'] }],
    [['354 5.7.1 none here'], { code: 354, enhanced: null, lines: ['5.7.1 none here'] }],
    [['250-a', '250-', '250 b'], { code: 250, enhanced: null, lines: ['a', '', 'b'] }],
    [['550-a', '554 b'], { code: 554, enhanced: null, lines: ['a', 'b'] }],
  ])('%j', async (lines, expected) => {
    expect(await read(...lines)).toEqual(expected);
  });

  it.each(['HTTP/1.1 400 Bad Request', '', '25', '600 x', '250x', '\u0000\u00ff', '-ERR'])(
    'is not %j',
    async (line) => {
      await expect(read(line)).rejects.toMatchObject({ code: 'EPROTO', words: line });
    },
  );

  it.each([
    ['250-a', '550 b'],
    ['550-a', '250 b'],
  ])('is not one that both accepts and refuses: %j, %j', async (...lines) => {
    await expect(read(...lines)).rejects.toMatchObject({ code: 'EPROTO', words: lines.join('\n') });
  });

  it('that does not end is given up', async () => {
    const endless = function* () {
      for (;;) yield '250-X-MORE';
    };
    await expect(readReply(linesOf(endless()))).rejects.toMatchObject({ code: 'EMSGSIZE' });
    const long = Array.from({ length: 100 }, () => `250-${'x'.repeat(replyLimits.characters / 50)}`);
    await expect(read(...long)).rejects.toMatchObject({ code: 'EMSGSIZE' });
  });

  it('whatever a server writes, is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), async (lines) => {
        const outcome = await read(...lines).catch((error: { code?: string }) => error.code);
        if (typeof outcome === 'string') expect(outcome).toMatch(/^E(OF|PROTO|MSGSIZE)$/);
        else expect(outcome?.code).toBeGreaterThanOrEqual(200);
      }),
    );
  });
});

describe('the queue id', () => {
  it.each([
    ['2.0.0 Ok: queued as 8450E20E97E', '8450E20E97E'],
    ['OK id=1rABcd-0001xY-2z', '1rABcd-0001xY-2z'],
    ['2.6.0 <a@b> [InternalId=12345678, Hostname=ex.corp.example] Queued mail for delivery', '12345678'],
    ['2.0.0 4AL2xyz012345 Message accepted for delivery', '4AL2xyz012345'],
    ['2.0.0 OK  1763693000 a640c23a62f3a-xx.1 - gsmtp', '1763693000 a640c23a62f3a-xx.1'],
    ['2.0.0 Ok', null],
  ])('in %j is %j', (text, expected) => {
    expect(queueIdIn(toReply(250, [text]))).toBe(expected);
  });
});

describe('the software', () => {
  it.each([
    ['mail.example.test ESMTP Postfix (Debian/GNU)', 'Postfix'],
    ['mx ESMTP Exim 4.96 Fri, 20 Nov 2026', 'Exim 4.96'],
    ['EX01.corp.example Microsoft ESMTP MAIL Service ready at Fri, 20 Nov 2026', 'Microsoft Exchange'],
    ['x.outlook.office365.com Microsoft ESMTP MAIL Service ready', 'Microsoft Exchange Online'],
    ['smtp.gmail.com ESMTP abc.12 - gsmtp', 'Google'],
    ['mail ESMTP ready', null],
  ])('of %j is %j', (greeting, expected) => {
    expect(softwareIn(greeting)).toBe(expected);
  });
});
