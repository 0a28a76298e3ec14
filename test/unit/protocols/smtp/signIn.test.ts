import { describe, expect, it } from 'vitest';
import {
  chooseMechanism,
  type PasswordMechanism,
  signIn,
} from '../../../../electron/protocols/smtp/signIn.ts';
import { toReply } from '../../../../electron/protocols/smtp/smtpReply.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const credential = { userName: 'alice', password: 'tanstaaftanstaaf' };

const speak = async (mechanism: PasswordMechanism, answers: string[]) => {
  const sent: string[] = [];
  const shown: string[] = [];
  const command = async (start: string, secret = '') => {
    sent.push(`${start}${secret}`);
    shown.push(start);
    const answer = answers.shift() ?? '500 too much';
    return toReply(Number(answer.slice(0, 3)), [answer.slice(4)]);
  };
  const { verdict, brokenOff } = await signIn({ command }, mechanism, credential);
  return { sent, shown, brokenOff, verdict: verdict.code };
};

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
});

describe('the way to sign in', () => {
  it.each([
    [['CRAM-MD5', 'LOGIN', 'PLAIN'], true, 'PLAIN'],
    [['CRAM-MD5', 'LOGIN'], true, 'LOGIN'],
    [['PLAIN', 'CRAM-MD5'], false, 'CRAM-MD5'],
    [['PLAIN', 'LOGIN'], false, 'PLAIN'],
    [['GSSAPI', 'NTLM', 'XOAUTH2'], true, null],
    [[], true, null],
  ])('from %j, encrypted: %j, is %j', (offered, encrypted, expected) => {
    expect(chooseMechanism(offered, encrypted)).toBe(expected);
  });
});
