import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedArrival } from '../../../electron/services/mail/resolvedProfile.ts';
import { createSelfSigned } from '../../lab/certificateAuthority.ts';
import type { LoopbackServer } from '../../lab/faults/loopbackServer.ts';
import { scriptedMailbox, type ScriptedMailboxOptions } from '../../lab/faults/scriptedMailbox.ts';
import { scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import { failureOf, password, seeProof, smtpValues } from './proofLab.ts';

let folder = '';
let key = '';
let cert = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailbox-'));
  // As Windows makes them: the key may not sign certificates.
  await createSelfSigned(folder, 'localhost', [
    'subjectAltName=DNS:localhost, IP:127.0.0.1',
    'keyUsage=critical,digitalSignature,keyEncipherment',
    'extendedKeyUsage=serverAuth',
  ]);
  key = readFileSync(path.join(folder, 'key.pem'), 'utf8');
  cert = readFileSync(path.join(folder, 'certificate.pem'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const running: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

type Protocol = ResolvedArrival['protocol'];
type Encryption = ResolvedArrival['encryption'];

const greetings = { imap: '* OK ready\r\n', pop3: '+OK ready\r\n' };

/** Answers everything as a server with one message that nobody looks for, but for what `refused` says. */
const imapAnswer = ({ refused = {}, foundIn, offer = '' }: Wishes) => {
  let folder = '';
  return (line: string) => {
    const examined = /^\S+ EXAMINE "?(\w+)/.exec(line)?.[1];
    folder = examined ?? folder;
    return imapLine(line, refused, { isFound: folder === foundIn, offer });
  };
};

/** A refusal that is no end of a command begins with what else a line can begin with. */
const answerTo = (tag: string, words: string): string =>
  /^(?:NO|BAD) /.test(words) ? `${tag} ${words}\r\n` : words;

const imapLine = (
  line: string,
  refused: Record<string, string>,
  { isFound, offer }: { isFound: boolean; offer: string },
): string => {
  const [tag = '', ...words] = line.split(' ');
  const command = words.join(' ');
  const refusal = Object.entries(refused).find(([start]) => command.startsWith(start));
  if (refusal !== undefined) return answerTo(tag, refusal[1]);
  const untagged = [
    ...(command === 'CAPABILITY' ? [`* CAPABILITY IMAP4rev1 STARTTLS ${offer}`] : []),
    ...(/^(?:SELECT|EXAMINE)/.test(command) ? ['* 1 EXISTS', '* OK [UIDVALIDITY 1] ok'] : []),
    ...(command === 'LIST "" ""' ? ['* LIST (\\Noselect) "/" ""'] : []),
    ...(/^LIST "" "?\*/.test(command) ? ['* LIST () "/" INBOX', '* LIST (\\Junk) "/" Spam'] : []),
    ...(/SEARCH/.test(command) ? [isFound ? '* SEARCH 1' : '* SEARCH'] : []),
  ];
  return [...untagged, `${tag} OK done`].map((text) => `${text}\r\n`).join('');
};

const pop3Answer =
  ({ refused = {} }: Wishes) =>
  (line: string) => {
    const refusal = Object.entries(refused).find(([start]) => line.startsWith(start));
    if (refusal !== undefined) return `${refusal[1]}\r\n`;
    if (line === 'CAPA') return '+OK\r\nUSER\r\nUIDL\r\n.\r\n';
    if (line.startsWith('UIDL')) return '+OK\r\n1 abc\r\n.\r\n';
    return line.startsWith('TOP') ? '+OK\r\nSubject: other\r\n\r\n.\r\n' : '+OK\r\n';
  };

const answerOf = { imap: imapAnswer, pop3: pop3Answer };

type Wishes = {
  /** What the server does, where it is not what the profile says. */
  spoken?: Encryption;
  refused?: Record<string, string>;
  greeting?: string;
  /** The folder in which an IMAP server finds what is searched for. */
  foundIn?: string;
  /** What an IMAP server is capable of beside. */
  offer?: string;
  trusted?: boolean;
};

const look = async (protocol: Protocol, encryption: Encryption, wishes: Wishes = {}) => {
  const { spoken = encryption, greeting = greetings[protocol], trusted = true } = wishes;
  const options: ScriptedMailboxOptions = {
    ...{ greeting, answer: answerOf[protocol](wishes) },
    tls: { mode: spoken === 'tls' ? 'implicit' : 'starttls', server: { key, cert } },
  };
  const [relay, mailbox] = await Promise.all([scriptedSmtp(), scriptedMailbox(options)]);
  running.push(relay, mailbox);
  const arrival: ResolvedArrival = {
    ...{ protocol, encryption, host: 'localhost', port: mailbox.port },
    authentication: {
      ...{ mode: 'password', mechanism: null, source: 'typed' },
      ...{ userName: 'alice', password },
    },
    trust: trusted ? { mode: 'certificate', pem: cert } : { mode: 'system' },
  };
  const values = smtpValues({ host: '127.0.0.1', port: relay.port, timeoutMs: 2_000, arrival });
  return { mailbox, proof: await seeProof(values, { until: 'arrive' }) };
};

/** Resolves when the server has no connection left; the test's time limit is the only other end. */
const allClosed = async (server: LoopbackServer): Promise<void> => {
  while (server.connections() > 0) await new Promise(setImmediate);
};

const notOffered = 'arrive mailboxEncryptionNotOffered';
const refuses = 'arrive mailboxServerRefuses';
const signInRefused = 'arrive mailboxSignInRefused';

describe('a mailbox server that refuses', () => {
  it.each<[Protocol, Encryption, string, Wishes, string | null, string]>([
    ['imap', 'starttls', 'in its greeting', { greeting: '* BYE not you\r\n' }, null, refuses],
    ['imap', 'tls', 'in its greeting', { greeting: '* BYE not you\r\n' }, null, refuses],
    ['pop3', 'starttls', 'in its greeting', { greeting: '-ERR not you\r\n' }, null, refuses],
    ['pop3', 'tls', 'in its greeting', { greeting: '-ERR not you\r\n' }, null, refuses],
    ['imap', 'starttls', 'STARTTLS', { refused: { STARTTLS: 'NO not you' } }, 'STARTTLS', notOffered],
    ['imap', 'starttls', 'CAPABILITY', { refused: { CAPABILITY: 'BAD not you' } }, 'CAPABILITY', notOffered],
    ['pop3', 'starttls', 'STLS', { refused: { STLS: '-ERR not you' } }, 'STLS', notOffered],
    ['imap', 'tls', 'the sign-in', { refused: { LOGIN: 'NO not you' } }, 'LOGIN', signInRefused],
    ['imap', 'starttls', 'the sign-in', { refused: { LOGIN: 'NO not you' } }, 'LOGIN', signInRefused],
    ['pop3', 'tls', 'the user', { refused: { USER: '-ERR not you' } }, 'USER', signInRefused],
    ['pop3', 'tls', 'the password', { refused: { PASS: '-ERR not you' } }, 'PASS', signInRefused],
    ['imap', 'tls', 'the folder', { refused: { EXAMINE: 'NO not you' } }, 'EXAMINE', refuses],
    ['imap', 'tls', 'the search', { refused: { 'UID SEARCH': 'NO not you' } }, 'UID SEARCH', refuses],
    ['pop3', 'tls', 'the list', { refused: { UIDL: '-ERR not you' } }, 'UIDL', refuses],
    ['pop3', 'tls', 'the header', { refused: { TOP: '-ERR not you' } }, 'TOP', refuses],
  ])(
    'over %s with %s %s: the real command is named and nothing stays open',
    async (protocol, encryption, _, wishes, command, failure) => {
      const { mailbox, proof } = await look(protocol, encryption, wishes);
      expect(failureOf(proof)).toBe(failure);
      expect(proof.failed?.evidence.replies.at(-1)).toMatchObject({ command, text: 'not you' });
      expect(JSON.stringify(proof.events)).not.toContain(password);
      await allClosed(mailbox);
    },
  );

  it.each<[Protocol, Encryption]>([
    ['imap', 'starttls'],
    ['imap', 'tls'],
    ['pop3', 'starttls'],
    ['pop3', 'tls'],
  ])('as it is none: %s with %s is not claimed to be SMTP', async (protocol, encryption) => {
    const { mailbox, proof } = await look(protocol, encryption, { greeting: '220 relay ESMTP\r\n' });
    expect(failureOf(proof)).toBe('arrive mailboxReplyNotUnderstood');
    expect(proof.failed?.evidence.replies.at(-1)?.text).toBe('220 relay ESMTP');
    await allClosed(mailbox);
  });
});

describe('what an IMAP server says of its refusal', () => {
  it.each([
    ['UNAVAILABLE', 'mailboxServerBusy'],
    ['SERVERBUG', 'mailboxServerBusy'],
    ['EXPIRED', 'passwordExpired'],
    ['LIMIT', 'mailboxTooManyConnections'],
    ['CONTACTADMIN', 'mailboxServerRefuses'],
    ['AUTHENTICATIONFAILED', 'mailboxSignInRefused'],
  ])('by the code %s is not taken for a wrong password, unless it is one', async (code, finding) => {
    const { proof } = await look('imap', 'tls', { refused: { LOGIN: `NO [${code}] not you` } });
    expect(failureOf(proof)).toBe(`arrive ${finding}`);
    expect(proof.failed?.evidence.replies.at(-1)?.text).toBe(`[${code}] not you`);
  });

  it('by offering no sign-in with a password gets none, and no words that it did not say', async () => {
    const { mailbox, proof } = await look('imap', 'tls', { offer: 'LOGINDISABLED AUTH=XOAUTH2' });
    expect(failureOf(proof)).toBe('arrive noCommonMechanism');
    expect(proof.failed?.evidence.replies).toEqual([]);
    expect(mailbox.received.join()).not.toMatch(/LOGIN |AUTHENTICATE/);
    await allClosed(mailbox);
  });
});

describe('an IMAP server that gives no answer', () => {
  const notUnderstood = 'arrive mailboxReplyNotUnderstood';
  it.each([
    ['what cannot be read', '@@@@ (\u0001\r\n', notUnderstood, '@@@@ (\ufffd'],
    ['what is no answer', '@@@@ garbage\r\n', notUnderstood, '@@@@ garbage'],
    ['more than anybody takes', '* OK {999999999}\r\n', notUnderstood, undefined],
    ['good-bye, and stays', '* BYE not you\r\n', refuses, 'not you'],
  ])('but %s ends the wait', async (_, said, failure, words) => {
    const { mailbox, proof } = await look('imap', 'tls', { refused: { EXAMINE: said } });
    expect(failureOf(proof)).toBe(failure);
    expect(proof.failed?.evidence.replies.at(-1)?.text).toBe(words);
    await allClosed(mailbox);
  });
});

describe('a mailbox server that repeats the password', () => {
  const cutShort = `${'x'.repeat(250 - password.length / 2)} ${password} is wrong`;
  it.each<[Protocol, string]>([
    ['pop3', 'PASS'],
    ['imap', 'LOGIN'],
  ])('in a long answer that is none shows no part of it: %s', async (protocol, command) => {
    const refused = { [command]: protocol === 'imap' ? `${cutShort}\r\n` : cutShort };
    const { proof } = await look(protocol, 'tls', { refused });
    expect(failureOf(proof)).toBe('arrive mailboxReplyNotUnderstood');
    expect(JSON.stringify(proof.events)).not.toContain(password.slice(0, 8));
  });
});

describe('a mailbox of many messages', () => {
  it('is looked through from its newest', async () => {
    const listed = Array.from({ length: 25_000 }, (_, index) => `${index + 1} id${index + 1}`);
    const newest = { UIDL: ['+OK', ...listed, '.'].join('\r\n'), 'TOP 25000': '-ERR not you' };
    const { proof } = await look('pop3', 'tls', { refused: newest });
    expect(proof.failed?.evidence.replies.at(-1)).toMatchObject({ command: 'TOP', text: 'not you' });
  });
});

describe('a mailbox server that waits for STARTTLS', () => {
  it.each<Protocol>(['imap', 'pop3'])('is not given a port of SMTP over %s', async (protocol) => {
    const { mailbox, proof } = await look(protocol, 'tls', { spoken: 'starttls' });
    expect(failureOf(proof)).toBe('arrive tlsOnPlainPort');
    expect(proof.failed?.finding?.changes).toEqual([]);
    await allClosed(mailbox);
  });
});

describe('a mailbox that has the message', () => {
  it('in its inbox is what one hopes for', async () => {
    const { proof } = await look('imap', 'tls', { foundIn: 'INBOX' });
    expect(proof.stages.arrive).toMatchObject({
      ...{ status: 'passed', finding: null },
      evidence: { facts: { mailbox: 'INBOX' } },
    });
  });

  it('in its junk folder, whatever that is called, is a warning', async () => {
    const { mailbox, proof } = await look('imap', 'tls', { foundIn: 'Spam' });
    expect(proof.outcome).toBe('passed');
    expect(proof.stages.arrive).toMatchObject({
      finding: { code: 'messageArrivedAsSpam', severity: 'warning', parameters: { folder: 'Spam' } },
      evidence: { facts: { mailbox: 'Spam' } },
    });
    await allClosed(mailbox);
  });
});

describe('a mailbox server that nobody trusts', () => {
  it.each<[Protocol, Encryption]>([
    ['imap', 'starttls'],
    ['imap', 'tls'],
    ['pop3', 'starttls'],
    ['pop3', 'tls'],
  ])('shows its certificate over %s with %s, and gets no password', async (protocol, encryption) => {
    const { mailbox, proof } = await look(protocol, encryption, { trusted: false });
    expect(failureOf(proof)).toBe('arrive certificateSelfSigned');
    expect(proof.failed?.evidence.certificates).toHaveLength(1);
    expect(proof.failed?.evidence.facts.tlsProblems).toEqual(['certificateSelfSigned']);
    expect(proof.failed?.finding?.changes).toMatchObject([{ change: 'trustCertificate', pem: cert }]);
    expect(mailbox.received.join()).not.toMatch(/LOGIN|AUTHENTICATE|USER|PASS/);
    await allClosed(mailbox);
  });

  it.each<[Protocol, Encryption]>([
    ['imap', 'starttls'],
    ['imap', 'tls'],
    ['pop3', 'starttls'],
    ['pop3', 'tls'],
  ])('is looked into over %s with %s once it is trusted', async (protocol, encryption) => {
    const { mailbox, proof } = await look(protocol, encryption);
    expect(failureOf(proof)).toBe('arrive messageNotArrived');
    await allClosed(mailbox);
  });
});
