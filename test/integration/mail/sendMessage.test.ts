import { afterEach, describe, expect, it } from 'vitest';
import { createMessageSender, MessageNotSent } from '../../../electron/services/mail/sendMessage.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import { createTestPool, parts, signIn, smtpValues } from './proofLab.ts';

const send = createMessageSender(parts, createTestPool().pool);
const { signal } = new AbortController();
const message = {
  to: ['anna@corp.example', 'ben@corp.example'],
  subject: 'Your password',
  text: 'Hello',
  language: 'en',
};

let server: ScriptedSmtp | undefined;
afterEach(() => server?.close());

describe('sending a mail of the program', () => {
  it('goes the way that was proven', async () => {
    server = await scriptedSmtp();
    const values = smtpValues({ port: server.port, authentication: signIn('alice') });
    const { messageId, reply } = await send(values, message, signal);
    expect(server.messages[0]).toContain(`Message-ID: ${messageId}`);
    expect(reply).toMatchObject({ command: 'DATA', code: 250 });
    expect(server.received.filter((line) => line.startsWith('RCPT'))).toEqual([
      'RCPT TO:<anna@corp.example>',
      'RCPT TO:<ben@corp.example>',
    ]);
  });

  it('sends nothing when one recipient is refused, and says what was wrong', async () => {
    server = await scriptedSmtp({
      RCPT: ({ line }) => (line.includes('ben@') ? '550 5.1.1 User unknown' : '250 2.1.5 Ok'),
    });
    const sent = send(smtpValues({ port: server.port }), message, signal);
    await expect(sent).rejects.toMatchObject({
      ...{ stage: 'envelope', finding: { code: 'recipientUnknown' } },
      reply: { command: 'RCPT TO', code: 550, text: 'User unknown' },
    });
    await expect(sent).rejects.toBeInstanceOf(MessageNotSent);
    expect(server.messages).toEqual([]);
  });

  it('keeps the rules of the proof: no password in the clear', async () => {
    server = await scriptedSmtp();
    const values = smtpValues({
      port: server.port,
      encryption: 'starttlsIfOffered',
      authentication: signIn('alice'),
    });
    await expect(send(values, message, signal)).rejects.toMatchObject({
      finding: { code: 'passwordWouldTravelUnencrypted' },
    });
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    server = await scriptedSmtp({
      MAIL: () => {
        controller.abort(new Error('enough'));
        return {};
      },
    });
    await expect(send(smtpValues({ port: server.port }), message, controller.signal)).rejects.toThrow(
      'enough',
    );
  });
});
