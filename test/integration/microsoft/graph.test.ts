import { describe, expect, it } from 'vitest';
import { longestGraphMessage, sendGraphMail } from '../../../electron/protocols/graph/sendMail.ts';
import type { TokenClaims } from '../../lab/microsoft/accessToken.ts';
import { type GraphPlan, startGraph } from '../../lab/microsoft/graphServer.ts';
import { scriptedWeb, webAnswer } from '../../lab/web/scriptedWeb.ts';
import { messageOf, prepareWebLab } from './webLab.ts';

const lab = prepareWebLab();
const relay = 'relay@example.test';
const anyId: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);
const application: TokenClaims = { aud: 'https://graph.microsoft.com', roles: ['Mail.Send'] };
const person: TokenClaims = { aud: 'https://graph.microsoft.com', scp: 'openid Mail.Send', upn: relay };

type Wishes = {
  claims?: TokenClaims;
  seconds?: number;
  mailbox?: string;
  message?: Buffer;
  plan?: Partial<GraphPlan>;
};

const send = async ({ claims = application, seconds = 60, plan = {}, ...mail }: Wishes) => {
  const { tls, tokens } = lab;
  const graph = await lab.keep(startGraph({ tls, verify: tokens.verify, mailboxes: [relay], ...plan }));
  const connection = await lab.connect(graph.port);
  const token = await tokens.sign(claims, seconds);
  const { mailbox = relay, message = messageOf(relay) } = mail;
  const sent = await Promise.allSettled([sendGraphMail(connection, { token, mailbox, message })]);
  return { graph, outcome: sent[0] };
};

describe('mail over Microsoft Graph', () => {
  it.each<[string, Wishes]>([
    ['an application, for a mailbox', {}],
    ['a person', { claims: person }],
    [
      'a mailbox with odd characters',
      {
        mailbox: "o'neil+x/y@example.test",
        message: messageOf("o'neil+x/y@example.test"),
        plan: { mailboxes: ["o'neil+x/y@example.test"] },
      },
    ],
  ])('is taken from %s, byte for byte', async (_, wishes) => {
    const { graph, outcome } = await send(wishes);
    expect(outcome).toEqual({
      status: 'fulfilled',
      value: { requestId: anyId },
    });
    expect(graph.taken).toEqual([
      { mailbox: wishes.mailbox ?? relay, message: wishes.message ?? messageOf(relay) },
    ]);
  });

  it.each<[string, Wishes, { status: number; code: string }]>([
    ['an expired token', { seconds: -60 }, { status: 401, code: 'InvalidAuthenticationToken' }],
    [
      'a token for something else',
      { claims: { ...application, aud: 'https://outlook.office365.com' } },
      { status: 401, code: 'InvalidAuthenticationToken' },
    ],
    [
      'a token without the right',
      { claims: { ...application, roles: ['Mail.Read'] } },
      { status: 403, code: 'ErrorAccessDenied' },
    ],
    ['an unknown mailbox', { mailbox: 'x@example.test' }, { status: 404, code: 'ErrorInvalidUser' }],
    [
      'a sender of another mailbox',
      { message: messageOf('boss@example.test') },
      { status: 403, code: 'ErrorSendAsDenied' },
    ],
  ])('is refused to %s, once', async (_, wishes, { status, code }) => {
    const { graph, outcome } = await send(wishes);
    expect(outcome).toMatchObject({
      reason: { name: 'GraphRefusal', status, code, requestId: anyId, retryAfterSeconds: null },
    });
    expect(graph.taken).toEqual([]);
    expect(graph.received).toHaveLength(1);
  });

  it('tells how long to wait', async () => {
    const { outcome } = await send({ plan: { throttledFor: 12 } });
    expect(outcome).toMatchObject({
      reason: { status: 429, code: 'ApplicationThrottled', retryAfterSeconds: 12 },
    });
  });

  it('sends nothing that is too long, and everything that is not', async () => {
    const header = messageOf(relay);
    const longest = Buffer.concat([header, Buffer.alloc(longestGraphMessage - header.length, 'x')]);
    const { outcome, graph } = await send({ message: Buffer.concat([longest, Buffer.from('x')]) });
    expect(outcome).toMatchObject({
      reason: { code: 'tooLarge', bytes: longestGraphMessage + 1, limitBytes: longestGraphMessage },
    });
    expect(graph.received).toEqual([]);
    expect((await send({ message: longest })).outcome).toMatchObject({ status: 'fulfilled' });
  });

  it.each<[string, string, object]>([
    [
      'a page of a gateway',
      webAnswer('200 OK', '<!DOCTYPE html><html><head><title>Sign in\n first</title></head></html>'),
      { status: 200, code: '', serverMessage: 'Sign in first' },
    ],
    [
      'a redirect',
      webAnswer('302 Found', '', ['Location: https://login.example.test/']),
      { status: 302, code: '' },
    ],
    [
      'JSON of another kind',
      webAnswer('404 Not Found', '{"message":"no route"}'),
      { status: 404, code: '', serverMessage: '{"message":"no route"}' },
    ],
    ['an error that is none', webAnswer('500 x', '{"error":"text"}'), { status: 500, code: '' }],
  ])('is refused by %s', async (_, answer, expected) => {
    const server = await lab.keep(scriptedWeb((socket) => socket.write(answer), lab.tls));
    const connection = await lab.connect(server.port);
    const mail = { token: 'secret', mailbox: relay, message: messageOf(relay) };
    await expect(sendGraphMail(connection, mail)).rejects.toMatchObject({
      name: 'GraphRefusal',
      ...expected,
    });
  });

  it('never repeats the token, even where the server does', async () => {
    const token = 'eyJsecret.eyJsecret.sig';
    const echo = webAnswer('502 Bad', `You sent: Bearer ${token}`);
    const server = await lab.keep(scriptedWeb((socket) => socket.write(echo), lab.tls));
    const connection = await lab.connect(server.port);
    const sent = sendGraphMail(connection, { token, mailbox: relay, message: messageOf(relay) });
    await expect(sent).rejects.toMatchObject({ serverMessage: 'You sent: Bearer ***' });
  });
});
