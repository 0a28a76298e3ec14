import { afterEach, describe, expect, it } from 'vitest';
import type { ResolvedSmtp } from '../../../electron/services/mail/resolvedProfile.ts';
import { listenOnLoopback, type LoopbackServer } from '../../lab/faults/loopbackServer.ts';
import { scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import { ehloAnswer, type SmtpAnswer, type SmtpScript } from '../../lab/faults/smtpScript.ts';
import { failureOf, password as secret, seeProof, signIn, smtpValues } from './proofLab.ts';

const running: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const starttls = { encryption: 'starttls' } as const;
const implicit = { encryption: 'tls' } as const;
const password = { authentication: signIn('alice') };
const offer = ehloAnswer(['odd.example.test', 'STARTTLS', 'AUTH PLAIN']);
const exactly = (text: string): SmtpAnswer => ({ send: Buffer.from(text, 'latin1') });
const thenHangUp = (text: string): SmtpAnswer => ({ send: Buffer.from(text), hangUp: 'end' });

const proveAgainst = async (server: Promise<LoopbackServer>, changes: Partial<ResolvedSmtp>) => {
  running.push(await server);
  const { port } = await server;
  return seeProof(smtpValues({ host: '127.0.0.1', port, timeoutMs: 1_000, ...changes }));
};

type Case = [
  what: string,
  script: SmtpScript,
  changes: Partial<ResolvedSmtp>,
  failure: string,
  said?: string,
];

const replies: Case[] = [
  [
    'a greeting without a line end',
    { GREETING: exactly('220 hello') },
    {},
    'greet greetingNeverCame',
    '220 hello',
  ],
  [
    'half a line and an end',
    { GREETING: thenHangUp('HTTP/1.0 4') },
    {},
    'greet greetingNotSmtp',
    'HTTP/1.0 4',
  ],
  ['a prompt of telnet', { GREETING: exactly('\xff\xfdlogin: ') }, {}, 'greet greetingNotSmtp', 'ÿýlogin: '],
  ['half a refusal', { MAIL: thenHangUp('550 5.7') }, {}, 'envelope connectionClosedByServer', '550 5.7'],
  ['a reply of two minds', { MAIL: '250-yes\n550 no' }, {}, 'envelope replyNotSmtp', '250-yes\n550 no'],
  [
    'a reply of two minds, reversed',
    { RCPT: '550-no\n250 yes' },
    {},
    'envelope replyNotSmtp',
    '550-no\n250 yes',
  ],
  ['an answer too many', { MAIL: '250 ok\n250 more' }, {}, 'envelope replyNotSmtp', '250 more'],
  ['a warning of its end behind an answer', { MAIL: '250 ok\n421 bye' }, {}, 'envelope serverBusy', 'bye'],
  ['go ahead where a verdict is due', { '.': '354 go on' }, {}, 'deliver replyNotSmtp', 'go on'],
  ['FTP', { EHLO: '500 what', HELO: '500 what' }, {}, 'identify greetingNotSmtp', 'what'],
  ['a refusal of EHLO that names no cause', { EHLO: '554 no' }, {}, 'identify replyPermanent', 'no'],
  ['an idle end', { MAIL: '421 4.4.2 gone' }, {}, 'envelope connectionClosedByServer', 'gone'],
];

const securing: Case[] = [
  ['silence to EHLO', { EHLO: {} }, starttls, 'secure replyTimedOut'],
  ['an end at EHLO', { EHLO: { hangUp: 'end' } }, starttls, 'secure connectionClosedByServer'],
  ['a reset at EHLO', { EHLO: { hangUp: 'reset' } }, starttls, 'secure connectionResetByServer'],
  ['no to the name', { EHLO: '550 5.7.1 no' }, starttls, 'secure heloRefused', 'no'],
  [
    'no to the STARTTLS that it offers',
    { EHLO: offer, STARTTLS: '502 no' },
    starttls,
    'secure starttlsRefused',
    'no',
  ],
  ['later to STARTTLS', { EHLO: offer, STARTTLS: '421 busy' }, starttls, 'secure serverBusy', 'busy'],
  ['an end at STARTTLS', { EHLO: offer, STARTTLS: { hangUp: 'end' } }, starttls, 'secure tlsClosedByServer'],
  [
    'words before the handshake',
    { EHLO: offer, STARTTLS: '220 go\n250 in' },
    starttls,
    'secure starttlsInjection',
    '250 in',
  ],
  ['SMTP to a handshake', {}, implicit, 'secure tlsOnPlainPort'],
  ['SSH to a handshake', { GREETING: 'SSH-2.0-x' }, implicit, 'secure greetingNotSmtp', 'SSH-2.0-x'],
];

const signingIn: Case[] = [
  [
    'one challenge too many',
    { AUTH: '334 bW9yZQ==' },
    password,
    'authenticate authenticationExchangeRefused',
  ],
  ['acceptance of another kind', { AUTH: '250 ok' }, password, 'authenticate replyNotSmtp', 'ok'],
  [
    'an unknown user',
    { AUTH: '535 5.7.8 user unknown' },
    password,
    'authenticate wrongCredentials',
    'user unknown',
  ],
  [
    'a sign-in that it offered and denies',
    { AUTH: '503 5.5.1 no' },
    password,
    'authenticate authenticationRefused',
    'no',
  ],
  [
    'a line too long',
    { AUTH: '500 5.5.6 too long' },
    password,
    'authenticate authenticationExchangeRefused',
    'too long',
  ],
];

describe.each([
  ['the dialogue', replies],
  ['encryption', securing],
  ['signing in', signingIn],
])('a server that answers in %s', (_, cases) => {
  it.each(cases)('with %s', async (__, script, changes, failure, said) => {
    const proof = await proveAgainst(scriptedSmtp(script), changes);
    expect(failureOf(proof)).toBe(failure);
    if (said !== undefined) expect(proof.failed?.evidence.replies.at(-1)?.text).toContain(said);
    const [server] = running;
    expect(server?.received.filter((line) => line.startsWith('AUTH')).length).toBeLessThanOrEqual(1);
    while (server?.connections()) await new Promise(setImmediate);
  });
});

describe('a server that repeats the password in a long answer', () => {
  const words = `ERROR: ${'x'.repeat(220)} your password ${secret} is wrong`;
  it.each([
    ['with its end', words, 'authenticate replyNotSmtp'],
    ['without an end', exactly(words), 'authenticate replyTimedOut'],
    ['and hangs up', thenHangUp(words), 'authenticate connectionClosedByServer'],
    ['that contradicts itself', `250-ok\n535 ${words.repeat(2)}`, 'authenticate replyNotSmtp'],
  ])('shows no part of it: %s', async (_, AUTH, failure) => {
    const proof = await proveAgainst(scriptedSmtp({ AUTH }), password);
    expect(failureOf(proof)).toBe(failure);
    expect(proof.failed?.evidence.replies.at(-1)?.text).toContain('[secret] is wrong');
    expect(JSON.stringify(proof.events)).not.toContain(secret.slice(0, 8));
  });
});

describe('a server that is none of mail', () => {
  it.each([
    ['secure', 'tls'],
    ['greet', 'none'],
    ['greet', 'starttls'],
  ] as const)('is known at %s by its answer in HTTP (%s)', async (stage, encryption) => {
    const web = listenOnLoopback((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    const proof = await proveAgainst(web, { encryption });
    expect(failureOf(proof)).toBe(`${stage} greetingNotSmtp`);
    expect(proof.failed?.evidence.replies.at(-1)?.text).toBe('HTTP/1.1 400 Bad Request');
    expect(proof.failed?.finding?.changes).toEqual([]);
  });
});

describe('a service for something else than sending', () => {
  it.each([
    ['IMAP', '* OK [CAPABILITY IMAP4rev1] ready'],
    ['POP3', '+OK POP3 ready'],
    ['SSH', 'SSH-2.0-OpenSSH_9.6'],
  ])('is called by its name: %s', async (service, greeting) => {
    const proof = await proveAgainst(scriptedSmtp({ GREETING: greeting }), {});
    expect(failureOf(proof)).toBe('greet greetingNotSmtp');
    expect(proof.failed?.finding?.parameters).toMatchObject({ service });
  });
});

describe('a refusal', () => {
  it.each([
    ['RCPT', [{ change: 'setAuthentication', mode: 'password' }]],
    ['.', []],
  ])('after %s offers a sign-in only where that can be what is missing', async (moment, changes) => {
    const proof = await proveAgainst(scriptedSmtp({ [moment]: '554 5.7.1 policy' }), {});
    expect(proof.failed?.finding?.changes).toEqual(changes);
  });
});

describe('an address that is no ASCII', () => {
  it('asks for nothing that the server did not offer', async () => {
    const server = scriptedSmtp({ EHLO: ehloAnswer(['odd.example.test', 'SMTPUTF8']) });
    const proof = await proveAgainst(server, {
      from: { address: 'jörg@mail.example.test', displayName: '' },
    });
    expect(proof.outcome).toBe('passed');
    const { received } = await server;
    expect(received.find((line) => line.startsWith('MAIL'))).toMatch(/> SMTPUTF8$/);
  });
});
