import { describe, expect, it } from 'vitest';
import type { MailboxSignIn } from '../../../../electron/protocols/mailbox.ts';
import { openPop3Mailbox } from '../../../../electron/protocols/pop3/openPop3Mailbox.ts';
import { alice, lookInto } from '../mailboxDialogue.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Answers commands that begin so; CAPA offers what is given, null: it is not known. */
const look = (
  offer: readonly string[] | null,
  signIn: MailboxSignIn = alice,
  says: Record<string, string> = {},
) => {
  const answer = (line: string): string => {
    const scripted = Object.entries(says).find(([start]) => line.startsWith(start))?.[1];
    if (scripted !== undefined) return `${scripted}\r\n`;
    if (line === 'CAPA') return offer === null ? '-ERR what\r\n' : `+OK\r\n${offer.join('\r\n')}\r\n.\r\n`;
    return line.startsWith('UIDL') ? '+OK\r\n.\r\n' : '+OK\r\n';
  };
  return lookInto(openPop3Mailbox, { greeting: '+OK ready\r\n', answer }, { signIn });
};

const plain = `AUTH PLAIN ${base64('\0alice\0pw')}`;
const ntlm = { ...alice, mechanism: 'NTLM', domain: 'CORP', workstation: '' } as const;

describe('the way into a mailbox over POP3', () => {
  it.each([
    ['USER where it is offered', ['USER', 'SASL PLAIN'], ['USER alice', 'PASS pw']],
    ['USER where the server says nothing of itself', null, ['USER alice', 'PASS pw']],
    ['USER where nothing else is known to both', ['SASL GSSAPI'], ['USER alice', 'PASS pw']],
    ['PLAIN where there is no USER', ['UIDL', 'sasl cram-md5 plain'], [plain, 'UIDL']],
  ])('is %s', async (_, offer, expected) => {
    const { received, failure } = await look(offer);
    expect(failure).toBeNull();
    expect(received.slice(1, 3)).toEqual(expected);
  });

  it('is the chosen mechanism, and no other one', async () => {
    const chosen = { ...alice, mechanism: 'PLAIN' } as const;
    expect((await look(['USER', 'SASL PLAIN'], chosen)).received[1]).toBe(plain);
    expect((await look(null, chosen)).received[1]).toBe(plain);
    const { failure, received } = await look(['USER', 'SASL LOGIN'], chosen);
    expect(failure).toMatchObject({ name: 'MailboxRefusal', about: 'mechanism' });
    expect(received).toEqual(['CAPA']);
  });

  it('takes a long token only after an invitation', async () => {
    const token = { mechanism: 'XOAUTH2', userName: 'alice', accessToken: 't'.repeat(300) } as const;
    const { received } = await look(['SASL XOAUTH2'], token, { AUTH: '+ ' });
    expect(received[1]).toBe('AUTH XOAUTH2');
    expect(Buffer.from(received[2] ?? '', 'base64').toString()).toContain('Bearer ttt');
  });

  it.each([
    [['SASL OAUTHBEARER XOAUTH2'], 'AUTH XOAUTH2'],
    [['SASL PLAIN OAUTHBEARER'], 'AUTH OAUTHBEARER'],
    [null, 'AUTH XOAUTH2'],
  ])('is for a token what is offered: %j', async (offer, expected) => {
    const token = { mechanism: null, userName: 'alice', accessToken: 't'.repeat(300) } as const;
    expect((await look(offer, token, { AUTH: '+ ' })).received[1]).toBe(expected);
  });

  it('is none for a token where the server takes passwords alone', async () => {
    const token = { mechanism: null, userName: 'alice', accessToken: 't' } as const;
    const { failure, received } = await look(['USER', 'SASL PLAIN'], token);
    expect(failure).toMatchObject({ name: 'MailboxRefusal', about: 'mechanism' });
    expect(received).toEqual(['CAPA']);
  });

  it.each(['+', '+ ', '+OK'])('takes %j for the invitation of NTLM', async (invitation) => {
    const says = { AUTH: invitation, TlRM: '-ERR [AUTH] no' };
    const { received, failure } = await look(['SASL NTLM'], ntlm, says);
    expect(received[2]).toMatch(/^TlRMTVNTUAAB/);
    expect(failure).toMatchObject({ about: 'signIn', command: 'AUTH', message: '[AUTH] no' });
  });

  it('keeps the words of a token that was refused', async () => {
    const refusal = '{"status":"invalid_token","scope":"mail"}';
    const token = { mechanism: 'OAUTHBEARER', userName: 'alice', accessToken: 't' } as const;
    const says = { AUTH: `+ ${base64(refusal)}`, 'AQ==': '-ERR [AUTH] no' };
    const { failure, hidden } = await look(['SASL OAUTHBEARER'], token, says);
    expect(failure).toMatchObject({ message: `[AUTH] no\n${refusal}` });
    expect(hidden).toHaveLength(1);
  });

  it('ends where a list has no end', async () => {
    const offer = Array.from({ length: 500 }, () => 'X'.repeat(10_000));
    expect((await look(offer)).failure).toMatchObject({ name: 'ConnectionError', code: 'EMSGSIZE' });
  });

  it('ends where the answer is none', async () => {
    const { failure } = await look(['SASL PLAIN'], { ...alice, mechanism: 'PLAIN' }, { AUTH: '+nonsense' });
    expect(failure).toMatchObject({ code: 'EPROTO', words: '+nonsense' });
  });
});
