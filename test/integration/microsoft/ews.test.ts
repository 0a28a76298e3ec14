import { describe, expect, it } from 'vitest';
import { askEwsSchemes, type EwsOptions, openEws } from '../../../electron/protocols/ews/ewsClient.ts';
import type { HttpSignIn } from '../../../electron/protocols/http/signedRequests.ts';
import { type EwsPlan, startEws } from '../../lab/microsoft/ewsServer.ts';
import type { NtlmServer } from '../../lab/microsoft/ewsSignIn.ts';
import { scriptedWeb, webAnswer } from '../../lab/web/scriptedWeb.ts';
import { messageOf, prepareWebLab } from './webLab.ts';

const lab = prepareWebLab();
const relay = 'relay@example.test';
const offered = ['Negotiate', 'NTLM', 'Basic realm="mail.example.test"', 'Bearer client_id="x"'];
const path = '/EWS/Exchange.asmx';

const basic: HttpSignIn = { method: 'basic', userName: 'CORP\\svc', password: 'geh:eim ü' };
const acts = { version: '2019', impersonated: null, mailbox: null } as const;

/** Says the right words to each other; the messages of NTLM are proven where they are made. */
const ntlmServer = (): NtlmServer => ({
  challenge: (negotiate) => Buffer.concat([Buffer.from('challenge for '), negotiate]),
  accept: (authenticate) => (authenticate.toString() === 'answer to challenge for hello' ? relay : null),
});
const ntlm = (password: string): HttpSignIn => ({
  method: 'ntlm',
  exchange: {
    negotiate: () => Buffer.from('hello'),
    authenticate: async (challenge) => Buffer.concat([Buffer.from(password), challenge]),
  },
});

const start = (plan: Partial<EwsPlan> = {}) =>
  lab.keep(
    startEws({
      ...{ tls: lab.tls, verify: lab.tokens.verify, offered, mailboxes: [relay] },
      passwords: { 'CORP\\svc': { password: 'geh:eim ü', address: relay } },
      ...{ ntlm: ntlmServer, negotiate: (token: Buffer) => (token.toString() === 'ticket' ? relay : null) },
      ...plan,
    }),
  );

const open = async (plan: Partial<EwsPlan>, options: Partial<EwsOptions> = {}) => {
  const server = await start(plan);
  const connection = await lab.connect(server.port);
  return { server, ews: openEws(connection, { ...acts, path, signIn: basic, ...options }) };
};

describe('a mailbox over Exchange Web Services', () => {
  it.each<[string, () => HttpSignIn, number]>([
    ['Basic', () => basic, 2],
    ['NTLM, which signs the connection in', () => ntlm('answer to '), 3],
    ['Kerberos', () => ({ method: 'negotiate', token: async () => Buffer.from('ticket') }), 2],
  ])('opens and sends with %s', async (_, signIn, requests) => {
    const { server, ews } = await open({}, { signIn: signIn() });
    const version = { product: '2019 or SE', build: '15.2.1748.10' };
    expect(await ews.openInbox()).toEqual(version);
    expect(await ews.send(messageOf(relay))).toEqual(version);
    expect(server.taken).toEqual([{ mailbox: relay, message: messageOf(relay) }]);
    expect(server.received).toHaveLength(requests);
  });

  it('sends with NTLM where the server has each request signed in', async () => {
    const { server, ews } = await open({ forgetsCaller: true }, { signIn: ntlm('answer to ') });
    await ews.openInbox();
    await ews.send(messageOf(relay));
    expect(server.taken).toHaveLength(1);
    expect(server.received).toHaveLength(5);
  });

  it('opens and sends for an application, in the place of the mailbox', async () => {
    const token = await lab.tokens.sign({
      aud: 'https://outlook.office365.com',
      roles: ['full_access_as_app'],
    });
    const { server, ews } = await open({}, { signIn: { method: 'bearer', token }, impersonated: relay });
    await ews.openInbox();
    await ews.send(messageOf(relay));
    expect(server.received[0]?.headers['x-anchormailbox']).toBe(relay);
    expect(server.taken).toHaveLength(1);
  });

  it('opens the mailbox that is shared with who signs in', async () => {
    const team = 'team@example.test';
    const { server, ews } = await open({ mailboxes: [relay, team], shared: [team] }, { mailbox: team });
    expect(await ews.openInbox()).not.toBeNull();
    expect(server.received[0]?.body.toString()).toContain(`<t:EmailAddress>${team}</t:EmailAddress>`);
  });

  it('speaks to 2007 in its own words', async () => {
    const plan = { build: [8, 3, 83, 0], impersonators: [relay] } as const;
    const { ews } = await open(plan, { version: '2007_SP1', impersonated: relay });
    expect(await ews.openInbox()).toEqual({ product: '2007', build: '8.3.83.0' });
  });

  it('tells what is offered without a credential', async () => {
    const server = await start();
    const asked = await askEwsSchemes(await lab.connect(server.port), path);
    expect(asked).toEqual({ status: 401, offered: ['Negotiate', 'NTLM', 'Basic', 'Bearer'] });
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  it.each<[string, HttpSignIn, Partial<EwsPlan>, string[], number]>([
    ['a wrong password', { ...basic, password: 'wrong' }, {}, ['Negotiate', 'NTLM', 'Basic', 'Bearer'], 1],
    ['a wrong password with NTLM', ntlm('wrong'), {}, ['Negotiate', 'NTLM', 'Basic', 'Bearer'], 2],
    ['NTLM where it is not offered', ntlm('answer to '), { offered: ['Negotiate'] }, ['Negotiate'], 1],
    ['a token of nobody', { method: 'bearer', token: 'x.y.z' }, {}, ['Bearer'], 1],
  ])('is closed to %s, after one attempt', async (_, signIn, plan, schemes, requests) => {
    const { server, ews } = await open(plan, { signIn });
    await expect(ews.openInbox()).rejects.toMatchObject({
      name: 'EwsRefusal',
      refused: { kind: 'signIn', status: 401, responseCode: null, offered: schemes },
    });
    expect(server.received).toHaveLength(requests);
  });

  it.each<[string, Partial<EwsPlan>, Partial<EwsOptions>, object]>([
    [
      'a schema that the server is too old for',
      { build: [14, 3, 123, 3] },
      { version: '2016' },
      {
        ...{ kind: 'fault', status: 500, responseCode: 'ErrorInvalidServerVersion' },
        serverVersion: { product: '2010', build: '14.3.123.3' },
      },
    ],
    [
      'who may not act for others',
      {},
      { impersonated: relay },
      { kind: 'fault', responseCode: 'ErrorImpersonateUserDenied' },
    ],
    [
      'a mailbox that is not there',
      { impersonators: [relay] },
      { impersonated: 'x@example.test' },
      { kind: 'fault', responseCode: 'ErrorNonExistentMailbox' },
    ],
    [
      'everybody while the server is busy',
      { backOffMs: 61_000 },
      {},
      { kind: 'fault', responseCode: 'ErrorServerBusy', backOffMs: 61_000 },
    ],
    [
      'who names the mailbox of somebody else',
      { mailboxes: [relay, 'boss@example.test'] },
      { mailbox: 'boss@example.test' },
      { kind: 'error', responseCode: 'ErrorItemNotFound' },
    ],
    ['who asks at another address', {}, { path: '/ews' }, { kind: 'notFound', status: 404 }],
  ])('is closed to %s', async (_, plan, options, refused) => {
    const { ews } = await open(plan, options);
    await expect(ews.openInbox()).rejects.toMatchObject({ name: 'EwsRefusal', refused });
  });

  it('sends for nobody else', async () => {
    const { server, ews } = await open({});
    await expect(ews.send(messageOf('boss@example.test'))).rejects.toMatchObject({
      refused: { kind: 'error', status: 200, responseCode: 'ErrorSendAsDenied' },
    });
    expect(server.taken).toEqual([]);
  });
});

const html = '<!DOCTYPE html><html><head><title>Outlook</title></head><body></body></html>';
const soap = (body: string, head = ''): string =>
  `${head}<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'.charAt(index)};`.repeat(10)}">`)
  .join('')}]>`;

describe('what is no answer of Exchange Web Services', () => {
  it.each<[string, string, object]>([
    [
      'the sign-in page of OWA',
      webAnswer('302 Found', '', ['Location: https://mail.example.test/owa/auth/logon.aspx']),
      { kind: 'redirected', status: 302, location: 'https://mail.example.test/owa/auth/logon.aspx' },
    ],
    ['a page', webAnswer('200 OK', html), { kind: 'notEws', message: 'Outlook' }],
    ['an empty answer', webAnswer('200 OK'), { kind: 'notEws' }],
    ['a bomb of entities', webAnswer('200 OK', soap('&h;', bomb)), { kind: 'notEws' }],
    ['a declaration of a type', webAnswer('200 OK', soap('', '<!DOCTYPE x>')), { kind: 'notEws' }],
    [
      'endless depth',
      webAnswer('200 OK', soap('<a>'.repeat(1_000) + '</a>'.repeat(1_000))),
      { kind: 'notEws' },
    ],
    ['XML that ends too early', webAnswer('200 OK', soap('').slice(0, -3)), { kind: 'notEws' }],
    ['other XML', webAnswer('200 OK', '<x/>'), { kind: 'notEws' }],
    [
      'a switched off service',
      webAnswer('403 Forbidden', 'EWS is disabled'),
      { kind: 'status', status: 403, message: 'EWS is disabled' },
    ],
    [
      'a busy gateway',
      webAnswer('503 Busy', html, ['Retry-After: 7']),
      { kind: 'status', status: 503, backOffMs: 7_000, message: 'Outlook' },
    ],
    [
      'a fault without details',
      webAnswer('500 x', soap('<s:Fault><faultstring>Oh</faultstring></s:Fault>')),
      { kind: 'fault', responseCode: null, message: 'Oh' },
    ],
  ])('is told apart: %s', async (_, answer, refused) => {
    const server = await lab.keep(scriptedWeb((socket) => socket.write(answer), lab.tls));
    const ews = openEws(await lab.connect(server.port), { ...acts, path, signIn: basic });
    await expect(ews.openInbox()).rejects.toMatchObject({ name: 'EwsRefusal', refused });
  });

  it('is no success where it answers another operation', async () => {
    const server = await lab.keep(
      scriptedWeb((socket) => socket.write(webAnswer('200 OK', soap(''))), lab.tls),
    );
    const ews = openEws(await lab.connect(server.port), { ...acts, path, signIn: basic });
    await expect(ews.openInbox()).rejects.toMatchObject({ name: 'ConnectionError', code: 'EPROTO' });
  });
});
