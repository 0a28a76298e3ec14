import { describe, expect, it } from 'vitest';
import { askKdcTime } from '../../../../electron/protocols/kerberos/askKdcTime.ts';
import { type AnswerMessage, startBothTransports } from '../bothTransports.ts';
import { encodeKrbError, sambaKrbError } from './krbErrorSamples.ts';

const startKdc = (answer: AnswerMessage) => startBothTransports(answer, 4);
const ask = (port: number, limitMs = 30_000, signal = new AbortController().signal) =>
  askKdcTime({ address: '127.0.0.1', port, domain: 'corp.example.test' }, { limitMs }, signal);
/** Where the limit of UDP has to pass; long enough for an answer by TCP. */
const patientMs = 400;
/** Where nothing comes at all. */
const shortMs = 50;

describe('the time of a KDC', () => {
  it('comes with its refusal, for a name that nobody else is asked for', async () => {
    const asked: string[] = [];
    await using kdc = await startKdc((question) => {
      asked.push(question.toString('latin1'));
      return sambaKrbError;
    });
    const answer = { realm: 'CORP.EXAMPLE.TEST', errorCode: 6, transport: 'UDP' };
    expect(await ask(kdc.port)).toMatchObject(answer);
    expect(await ask(kdc.port)).toMatchObject(answer);
    const names = asked.map((question) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(question)?.[0]);
    expect(new Set(names).size).toBe(2);
    expect(names).not.toContain(undefined);
    for (const question of asked) expect(question).toContain('\x1b\x06krbtgt\x1b\x11CORP.EXAMPLE.TEST');
  });

  it('is asked for again when the datagram is lost', async () => {
    let received = 0;
    await using kdc = await startKdc(() => (++received === 2 ? sambaKrbError : null));
    expect(await ask(kdc.port)).toMatchObject({ transport: 'UDP' });
  });

  it('is taken from the refusal that says that UDP is too short for the answer', async () => {
    await using kdc = await startKdc(() => encodeKrbError({ errorCode: 52 }));
    expect(await ask(kdc.port)).toMatchObject({ transport: 'UDP', errorCode: 52 });
  });

  it('is asked for by TCP where UDP is silent', async () => {
    await using kdc = await startKdc((_, transport) => (transport === 'tcp' ? sambaKrbError : null));
    expect(await ask(kdc.port, patientMs)).toMatchObject({ transport: 'TCP', errorCode: 6 });
  });

  it.each([
    ['ticketGiven', encodeKrbError({ tag: 0x6b })],
    ['malformed', Buffer.from('HTTP/1.1 400 Bad Request')],
  ] as const)('is not told, %s, and TCP is not asked then', async (code, bytes) => {
    const transports: string[] = [];
    await using kdc = await startKdc((_, transport) => {
      transports.push(transport);
      return bytes;
    });
    await expect(ask(kdc.port)).rejects.toMatchObject({ name: 'KdcTimeError', code });
    expect(transports).toEqual(['udp']);
  });

  it.each([
    ['nothing before it hangs up', null, { code: 'unanswered', words: 'EOF' }],
    ['what is no Kerberos', Buffer.alloc(20), { code: 'malformed' }],
    ['more than any KDC', Buffer.alloc(2 ** 15), { code: 'malformed', words: 'EMSGSIZE' }],
  ])('is not told by one that says %s by TCP', async (_, bytes, error) => {
    await using kdc = await startKdc((__, transport) => (transport === 'tcp' ? bytes : null));
    await expect(ask(kdc.port, patientMs)).rejects.toMatchObject({ name: 'KdcTimeError', ...error });
  });

  it('is not told where nothing listens, or where the server is silent', async () => {
    const { port, [Symbol.asyncDispose]: close } = await startKdc(() => null);
    await close();
    await expect(ask(port)).rejects.toMatchObject({ code: 'unanswered', words: 'ECONNREFUSED' });
    await using silent = await startKdc(() => null);
    await expect(ask(silent.port, shortMs)).rejects.toMatchObject({ code: 'unanswered' });
  });

  it('is waited for no longer when somebody stops the proof', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    await using kdc = await startKdc(() => {
      stop.abort(reason);
      return null;
    });
    await expect(ask(kdc.port, 30_000, stop.signal)).rejects.toBe(reason);
  });
});
