import { describe, expect, it } from 'vitest';
import { startPasswordExchange } from '../../../../electron/protocols/sasl/passwordMechanisms.ts';
import type { SaslExchange } from '../../../../electron/protocols/sasl/saslExchange.ts';
import type { PasswordMechanism } from '../../../../electron/protocols/sasl/signIn.ts';
import { startTokenExchange } from '../../../../electron/protocols/sasl/tokenMechanisms.ts';
import { signIn } from '../../../../electron/protocols/smtp/signIn.ts';
import { toReply } from '../../../../electron/protocols/smtp/smtpReply.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const credential = { userName: 'alice', password: 'tanstaaftanstaaf' };

const speakWith = async (exchange: SaslExchange, answers: string[]) => {
  const sent: string[] = [];
  const shown: string[] = [];
  const command = async (start: string, secret = '') => {
    sent.push(`${start}${secret}`);
    shown.push(start);
    const answer = answers.shift() ?? '500 too much';
    return toReply(Number(answer.slice(0, 3)), [answer.slice(4)]);
  };
  const { verdict, ...course } = await signIn({ command }, exchange);
  return { ...course, sent, shown, verdict: verdict.code };
};

const speak = (mechanism: PasswordMechanism, answers: string[]) =>
  speakWith(startPasswordExchange({ mechanism, ...credential }), answers);

describe('signing in', () => {
  it('with PLAIN sends everything in one line', async () => {
    const { sent, verdict } = await speak('PLAIN', ['235 2.7.0 ok']);
    expect(sent).toEqual([`AUTH PLAIN ${base64('\0alice\0tanstaaftanstaaf')}`]);
    expect(verdict).toBe(235);
  });

  it('with LOGIN answers two questions', async () => {
    const { sent, verdict } = await speak('LOGIN', ['334 VXNlcm5hbWU6', '334 UGFzc3dvcmQ6', '235 ok']);
    expect(sent).toEqual(['AUTH LOGIN', base64('alice'), base64('tanstaaftanstaaf')]);
    expect(verdict).toBe(235);
  });

  it('with CRAM-MD5 answers the challenge as RFC 2195 does', async () => {
    const challenge = '<1896.697170952@postoffice.reston.mci.net>';
    const { sent } = await speak('CRAM-MD5', [`334 ${base64(challenge)}`, '235 ok']);
    expect(sent[1]).toBe(base64('alice b913a602c7eda7a495b4e6e7334d3890'));
  });

  it.each(['PLAIN', 'LOGIN', 'CRAM-MD5'] as const)(
    'with %s shows nothing of the password',
    async (mechanism) => {
      const { shown } = await speak(mechanism, ['334 PDFAYT4=', '334 PDFAYT4=', '235 ok']);
      const text = shown.join('\n');
      expect(text).not.toContain(base64('tanstaaftanstaaf'));
      expect(text).not.toContain(base64(credential.userName));
      expect(text).toContain(`AUTH ${mechanism}`);
    },
  );

  it('stops at the first refusal and tries nothing else', async () => {
    const { sent, verdict } = await speak('LOGIN', ['535 5.7.8 no']);
    expect(sent).toEqual(['AUTH LOGIN']);
    expect(verdict).toBe(535);
  });

  it('ends an exchange that asks for more than there is', async () => {
    const { sent, verdict, brokenOff } = await speak('PLAIN', ['334 more', '501 5.7.0 cancelled']);
    expect(sent[1]).toBe('*');
    expect(verdict).toBe(501);
    expect(brokenOff).toBe('asksForMore');
  });

  it('gives no digest of the password for a challenge that cannot be read', async () => {
    const { sent, brokenOff } = await speak('CRAM-MD5', ['334 %% no base64', '501 5.7.0 cancelled']);
    expect(sent).toEqual(['AUTH CRAM-MD5', '*']);
    expect(brokenOff).toBe('challengeUnreadable');
  });

  it.each([1, 600])('with a password of %i characters keeps to 512 bytes a command', async (length) => {
    const exchange = startPasswordExchange({
      mechanism: 'PLAIN',
      userName: 'alice',
      password: 'x'.repeat(length),
    });
    const { sent, shown, verdict } = await speakWith(exchange, [
      ...(length > 1 ? ['334 '] : []),
      '235 2.7.0 ok',
    ]);
    expect(verdict).toBe(235);
    expect(sent).toHaveLength(length > 1 ? 2 : 1);
    expect(sent.at(-1)).toContain(base64(`\0alice\0${'x'.repeat(length)}`));
    expect(sent[0]?.length).toBeLessThan(511);
    expect(shown.join('')).not.toContain(base64('alice'));
  });
});

describe('a token that a server refuses', () => {
  const refused = { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' };
  const place = { host: 'mail.test', port: 587 };
  it.each([
    ['XOAUTH2', ''],
    ['OAUTHBEARER', base64('\u0001')],
  ] as const)('over %s: its reasons are kept, and it is asked for its verdict', async (mechanism, answer) => {
    const exchange = startTokenExchange({ mechanism, userName: 'alice', accessToken: 'secret' }, place);
    const course = await speakWith(exchange, [`334 ${base64(JSON.stringify(refused))}`, '535 5.7.8 no']);
    expect(course).toMatchObject({
      ...{ verdict: 535, brokenOff: null, command: `AUTH ${mechanism}` },
      tokenRefusal: { ...refused, words: JSON.stringify(refused) },
      challenges: [{ code: 334, lines: [JSON.stringify(refused)] }],
    });
    expect(course.sent[1]).toBe(answer);
    expect(course.shown).toEqual([`AUTH ${mechanism} `, answer]);
  });
});
