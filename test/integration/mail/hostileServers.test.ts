import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../../lab/faults/loopbackServer.ts';
import { scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import type { SmtpMoment } from '../../lab/faults/smtpScript.ts';
import { seeProof, signIn, smtpValues } from './proofLab.ts';

const moments: readonly SmtpMoment[] = ['GREETING', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.', 'QUIT'];

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  fc
    .array(
      fc.constantFrom(
        '250',
        '-',
        ' ',
        '\r\n',
        '\n',
        '\r',
        '334 ',
        '220 ',
        '5.7.1',
        'STARTTLS',
        '\0',
        'é',
        '.',
        'AUTH PLAIN',
      ),
      {
        maxLength: 30,
      },
    )
    .map((pieces) => Buffer.from(pieces.join(''))),
  fc.constantFrom(17_000, 300_000).map((length) => Buffer.alloc(length, 'x')),
  fc.constant(Buffer.from('250-more\r\n'.repeat(5_000))),
);

const answer = fc.record({
  send: bytes,
  hangUp: fc.option(fc.constantFrom('end' as const, 'reset' as const), { nil: undefined, freq: 2 }),
});

/** Milliseconds of one stage: whatever a server does, a proof ends within nine of them and the good-bye. */
const timeoutMs = 1_000;

const prove = (port: number, tried: 'none' | 'password') =>
  seeProof(
    smtpValues({
      ...{ host: '127.0.0.1', port, timeoutMs },
      authentication: tried === 'none' ? { mode: 'none' } : signIn('alice'),
    }),
  );

describe('whatever a server answers', () => {
  it('at whatever moment, the proof ends with a result and the connection is closed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...moments),
        answer,
        fc.constantFrom('none' as const, 'password' as const),
        async (moment, { send, hangUp }, tried) => {
          const server = await scriptedSmtp({ [moment]: { send, ...(hangUp ? { hangUp } : {}) } });
          try {
            const proof = await prove(server.port, tried);
            expect(proof.outcome).toMatch(/^(passed|failed)$/);
            if (proof.outcome === 'failed') expect(proof.failed?.finding).toBeTruthy();
            expect(JSON.stringify(proof.events).length).toBeLessThan(2_000_000);
          } finally {
            await server.close();
          }
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    );
  });

  it('without end, memory does not grow', async () => {
    const flood = await listenOnLoopback((socket) => {
      const piece = Buffer.from('250-X-EXTENSION with some words\r\n'.repeat(2_000));
      const pour = (): void => {
        while (!socket.destroyed && socket.write(piece)) continue;
      };
      socket.on('drain', pour).on('data', () => undefined);
      socket.write('220 flood.example.test ESMTP\r\n');
      pour();
    });
    const before = process.memoryUsage().rss;
    const proof = await prove(flood.port, 'none');
    expect(proof.failed?.finding?.code).toBe('replyNotSmtp');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    await flood.close();
  });

  it('drop by drop, the stage ends in its time', async () => {
    const drip = await listenOnLoopback((socket) => {
      const timer = setInterval(() => socket.write('2'), 5);
      socket.once('close', () => clearInterval(timer));
    });
    const proof = await prove(drip.port, 'none');
    expect(proof.failed?.stage).toBe('greet');
    await drip.close();
  });
});
