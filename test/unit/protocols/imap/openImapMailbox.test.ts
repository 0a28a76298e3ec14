import { describe, expect, it } from 'vitest';
import { openImapMailbox } from '../../../../electron/protocols/imap/openImapMailbox.ts';
import type { MailboxSignIn } from '../../../../electron/protocols/mailbox.ts';
import { alice, lookInto } from '../mailboxDialogue.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

type Script = {
  offer?: string;
  list?: readonly string[];
  /** The folder in which the message is, as it stands on the wire. */
  foundIn?: string;
  /** Answers to commands that begin so, without a tag where they begin with `+` or `*`. */
  says?: Record<string, string>;
};

const answerAs = ({ offer = '', list = [], foundIn = 'INBOX', says = {} }: Script) => {
  let folder = '';
  let tag = '';
  return (line: string): string => {
    const [first = '', ...rest] = line.split(' ');
    const isCommand = /^a\d+$/.test(first);
    if (isCommand) tag = first;
    const command = isCommand ? rest.join(' ') : line;
    const scripted = Object.entries(says).find(([start]) => command.startsWith(start))?.[1];
    if (scripted !== undefined) return /^[+*]/.test(scripted) ? scripted : `${tag} ${scripted}\r\n`;
    if (command.startsWith('EXAMINE')) folder = command.slice('EXAMINE '.length);
    const untagged = [
      ...(command === 'CAPABILITY' ? [`* CAPABILITY IMAP4rev1 ${offer}`] : []),
      ...(command.startsWith('LIST') ? list : []),
      ...(command.startsWith('UID SEARCH') ? [folder.includes(foundIn) ? '* SEARCH 7' : '* SEARCH'] : []),
    ];
    return [...untagged, `${tag} OK done`].map((text) => `${text}\r\n`).join('');
  };
};

const look = (script: Script = {}, signIn: MailboxSignIn = alice) =>
  lookInto(openImapMailbox, { greeting: '* OK ready\r\n', answer: answerAs(script) }, { signIn });

describe('the way into a mailbox over IMAP', () => {
  it.each([
    ['LOGIN where nothing else is offered', '', 'a2 LOGIN "alice" "pw"'],
    [
      'PLAIN at once where the server takes it so',
      'SASL-IR AUTH=PLAIN',
      `a2 AUTHENTICATE PLAIN ${base64('\0alice\0pw')}`,
    ],
    ['LOGIN rather than a mechanism of its name', 'AUTH=LOGIN AUTH=XOAUTH2', 'a2 LOGIN "alice" "pw"'],
  ])('is %s', async (_, offer, expected) => {
    const { received, found } = await look({ offer });
    expect(received[1]).toBe(expected);
    expect(found).toEqual({ folder: 'INBOX', isJunk: false });
  });

  it('is PLAIN after an invitation where the server takes nothing with the command', async () => {
    const { received, found, hidden } = await look({
      offer: 'AUTH=PLAIN',
      says: { AUTHENTICATE: '+ \r\n' },
    });
    expect(received.slice(1, 3)).toEqual(['a2 AUTHENTICATE PLAIN', base64('\0alice\0pw')]);
    expect(hidden).toEqual([base64('\0alice\0pw')]);
    expect(found).not.toBeNull();
  });

  it.each([
    ['no password is taken', alice, 'LOGINDISABLED AUTH=XOAUTH2'],
    ['the chosen mechanism is not offered', { ...alice, mechanism: 'CRAM-MD5' } as const, 'AUTH=PLAIN'],
  ])('is not tried where %s', async (_, signIn, offer) => {
    const { received, failure } = await look({ offer }, signIn);
    expect(failure).toMatchObject({ name: 'MailboxRefusal', about: 'mechanism', message: '' });
    expect(received).toHaveLength(1);
  });

  it('is the command LOGIN where the mechanism of that name was chosen and is not offered', async () => {
    const chosen = { ...alice, mechanism: 'LOGIN' } as const;
    expect((await look({ offer: 'AUTH=PLAIN' }, chosen)).received[1]).toBe('a2 LOGIN "alice" "pw"');
    expect((await look({ offer: 'AUTH=PLAIN LOGINDISABLED' }, chosen)).failure).toMatchObject({
      about: 'mechanism',
    });
  });

  it('keeps what stands in a name or a password, whatever it is', async () => {
    const quotes = await look({}, { ...alice, password: 'a"b\\c' });
    expect(quotes.received[1]).toBe('a2 LOGIN "alice" "a\\"b\\\\c"');
    const says = { 'LOGIN {': '+ go on\r\n', 'jos\u00c3\u00a9 {': '+ go on\r\n' };
    const letters = await look({ says }, { ...alice, userName: 'josé', password: 'ü\r\nz' });
    expect(Buffer.from(letters.received.join('\n'), 'latin1').toString()).toContain(
      'a2 LOGIN {5}\njosé {5}\nü\nz',
    );
  });

  it('keeps the words of a refusal, and of a token that was refused', async () => {
    const refusal = { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' };
    const says = {
      AUTHENTICATE: `+ ${base64(JSON.stringify(refusal))}\r\n`,
      '': 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    };
    const token = { mechanism: 'XOAUTH2', userName: 'alice', accessToken: 't' } as const;
    const capability = { CAPABILITY: '* CAPABILITY AUTH=XOAUTH2 SASL-IR\r\na1 OK\r\n' };
    const { failure } = await look({ says: { ...capability, ...says } }, token);
    expect(failure).toMatchObject({
      ...{ about: 'signIn', command: 'AUTHENTICATE' },
      message: `[AUTHENTICATIONFAILED] Invalid credentials (Failure)\n${JSON.stringify(refusal)}`,
    });
  });

  it.each([
    ['AUTH=XOAUTH2 AUTH=OAUTHBEARER', 'a2 AUTHENTICATE XOAUTH2'],
    ['AUTH=PLAIN AUTH=OAUTHBEARER', 'a2 AUTHENTICATE OAUTHBEARER'],
  ])('is for a token what is offered: %s', async (offer, expected) => {
    const token = { mechanism: null, userName: 'alice', accessToken: 't' } as const;
    const { received, failure } = await look({ offer, says: { AUTHENTICATE: '+ \r\n' } }, token);
    expect(received[1]).toBe(expected);
    expect(failure).toBeNull();
  });

  it('is none for a token where the server takes passwords alone', async () => {
    const token = { mechanism: null, userName: 'alice', accessToken: 't' } as const;
    const { received, failure } = await look({ offer: 'AUTH=PLAIN' }, token);
    expect(failure).toMatchObject({ name: 'MailboxRefusal', about: 'mechanism' });
    expect(received).toHaveLength(1);
  });

  it('ends where a challenge cannot be read', async () => {
    const { failure, received } = await look(
      { offer: 'AUTH=CRAM-MD5', says: { AUTHENTICATE: '+ %%\r\n', '*': 'BAD cancelled' } },
      { ...alice, mechanism: 'CRAM-MD5' },
    );
    expect(failure).toMatchObject({ name: 'SaslError', code: 'challengeUnreadable' });
    expect(received.at(-1)).toBe('*');
  });
});

describe('the folder for spam', () => {
  const spam = { offer: 'SPECIAL-USE', foundIn: 'Spam' };
  it.each([
    [
      'has a mark',
      ['* LIST () "/" INBOX', '* LIST (\\HasNoChildren \\Junk) "/" "My Spam"'],
      'My Spam',
      '"My Spam"',
    ],
    ['is called so', ['* LIST () "." "INBOX.Spam"'], 'INBOX.Spam', '"INBOX.Spam"'],
    ['has its name in a literal', ['* LIST (\\Junk) NIL {8}', 'A "Spam"'], 'A "Spam"', '"A \\"Spam\\""'],
    [
      'is called so in another language',
      ['* LIST () "/" "Courrier ind&AOk-sirable"'],
      'Courrier indésirable',
      '"Courrier ind&AOk-sirable"',
    ],
  ])('is looked into where it %s', async (_, list, folder, wire) => {
    const { found, received } = await look({ ...spam, list, foundIn: wire });
    expect(found).toEqual({ folder, isJunk: true });
    expect(received.some((line) => line.endsWith(`EXAMINE ${wire}`))).toBe(true);
  });

  it.each([
    ['there is none', ['* LIST () "/" INBOX']],
    ['it cannot be opened', ['* LIST (\\Noselect \\Junk) "/" Spam']],
    ['the list is none', ['* LIST nonsense', '* 3 EXISTS']],
  ])('is not looked into where %s', async (_, list) => {
    expect((await look({ ...spam, list })).found).toBeNull();
  });
});

const literals = `* X {1000000}\r\n${`${'a'.repeat(9_999)}\n`.repeat(100)}\r\n`.repeat(5);

describe('an IMAP server that is none', () => {
  it.each([
    ['another greeting', '+OK ready\r\n', {}, 'EPROTO'],
    ['an answer with another tag', '* OK ready\r\n', { CAPABILITY: '* ok\r\na9 OK done\r\n' }, 'EPROTO'],
    ['a literal that is too long', '* OK ready\r\n', { CAPABILITY: '* LIST {2000000}\r\n' }, 'EMSGSIZE'],
    ['literals that are too long together', '* OK ready\r\n', { CAPABILITY: literals }, 'EMSGSIZE'],
    ['no end', '* OK ready\r\n', { CAPABILITY: '* 1 EXISTS\r\n'.repeat(30_000) }, 'EMSGSIZE'],
  ])('is left after %s', async (_, greeting, says, code) => {
    const { failure } = await lookInto(openImapMailbox, { greeting, answer: answerAs({ says }) });
    expect(failure).toMatchObject({ name: 'ConnectionError', code });
  });

  it('puts nothing before TLS that would count inside', async () => {
    const says = { STARTTLS: '* 1 EXISTS\r\na2 OK begin\r\n* CAPABILITY AUTH=PLAIN\r\n' };
    const { failure } = await lookInto(
      openImapMailbox,
      { greeting: '* OK ready\r\n', answer: answerAs({ offer: 'STARTTLS', says }) },
      { encryption: 'starttls' },
    );
    expect(failure).toMatchObject({ code: 'EINJECTED' });
  });
});
