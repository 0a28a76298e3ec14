import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { longestGraphMessage } from '../../../electron/protocols/graph/sendMail.ts';
import { createMessageSender } from '../../../electron/services/mail/sendMessage.ts';
import { createTokenIssuer, type TokenClaims } from '../../lab/microsoft/accessToken.ts';
import type { GraphPlan } from '../../lab/microsoft/graphServer.ts';
import { oauthClients, oauthTenant } from '../../lab/oauth/oauthIdentities.ts';
import type { LoopbackServer } from '../../lab/faults/loopbackServer.ts';
import { scriptedWeb, webAnswer, type WebScript } from '../../lab/web/scriptedWeb.ts';
import { createTestPool, failureOf } from './proofLab.ts';
import { application, hosts, prepareWebProofs, relay, tokenSignIn } from './webProofLab.ts';

const lab = prepareWebProofs();
const rightClaims: TokenClaims = { aud: 'https://graph.microsoft.com', roles: ['Mail.Send'] };
const anyDate: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);

const accepted = 'HTTP/1.1 202 Accepted\r\nrequest-id: 1\r\n';

const start = async (plan: Partial<GraphPlan> = {}) => {
  const graph = await lab.graph(plan);
  return { graph, proxy: await lab.proxy({ [hosts.graph]: graph.port }) };
};

/** The provider gives a token of somebody else's making. */
const giveToken = async (claims: TokenClaims): Promise<void> => {
  const token = await (await createTokenIssuer()).sign(claims);
  const body = JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3_600 });
  lab.oauth().answerNext('token', { status: 200, body });
};

describe('a proof of Microsoft 365', () => {
  it('passes where an application may send, and Graph gets the message as it was written', async () => {
    const { graph, proxy } = await start();
    const seen = await lab.prove(lab.graphValues(), proxy);
    expect(seen).toMatchObject({ outcome: 'passed', failed: undefined });
    const stages = ['token', 'claims', 'resolve', 'connect', 'secure', 'mailbox', 'deliver'];
    expect(seen.course).toEqual(stages.map((stage) => `${stage} passed`));
    const { token, claims, resolve, connect, mailbox: asked, deliver } = seen.stages;
    expect(token?.evidence.facts).toMatchObject({
      ...{ provider: 'microsoft', flow: 'clientCredentials', tenant: oauthTenant, fromCache: false },
      authority: `https://login.microsoftonline.com/${oauthTenant}`,
      applicationId: oauthClients.secret.clientId,
      scopesAsked: ['https://graph.microsoft.com/.default'],
      expiresAt: anyDate,
    });
    expect(claims?.evidence.facts).toMatchObject({
      audience: ['https://graph.microsoft.com'],
      roles: expect.arrayContaining(['Mail.Send']) as unknown,
    });
    expect(resolve?.evidence.facts).toMatchObject({
      ...{ host: 'graph.microsoft.com', proxy: `127.0.0.1:${proxy.port}` },
    });
    expect(connect?.evidence.facts).toMatchObject({ port: 443 });
    expect(asked).toMatchObject({
      finding: null,
      evidence: { facts: { mailbox: relay, withoutRecipients: true } },
    });
    expect(asked?.evidence.replies).toMatchObject([
      { command: 'sendMail', code: 400, text: expect.stringContaining('no recipients') as unknown },
    ]);
    expect(proxy.received.filter((line) => line.startsWith('CONNECT'))).toEqual(
      [hosts.login, hosts.graph].map((host) => `CONNECT ${host} HTTP/1.1`),
    );
    const [{ mailbox, message } = { mailbox: '', message: Buffer.alloc(0) }] = graph.taken;
    expect(mailbox).toBe(relay);
    expect(deliver?.evidence.facts).toMatchObject({
      ...{ sender: relay, mailbox: relay, recipient: 'alice@corp.example' },
      messageSizeBytes: message.length,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    });
    const mail = await PostalMime.parse(message);
    expect(mail).toMatchObject({ from: { address: relay }, messageId: deliver?.evidence.facts.messageId });
    expect(mail.to?.map(({ address }) => address)).toEqual(['alice@corp.example']);
    const finished = seen.events.at(-1);
    expect(mail.text).toContain(finished?.type === 'finished' ? finished.proofId : 'unfinished');
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: 'en' }));
  });

  it('asks for the mailbox and sends nothing when it ends before', async () => {
    const { graph, proxy } = await start();
    const seen = await lab.prove(lab.graphValues(), proxy, { until: 'envelope' });
    expect(seen.outcome).toBe('passed');
    expect(seen.stages.mailbox?.status).toBe('passed');
    expect(seen.stages.deliver?.status).toBe('skipped');
    expect(graph.received).toHaveLength(1);
    expect(graph.taken).toEqual([]);
  });

  it.each([
    ['takes even that', '202 Accepted', null],
    ['finds fault with the question', '400 Bad Request', 'graphMailboxUntold'],
  ])('goes on where Graph, asked for the mailbox, %s', async (_, status, code) => {
    const error = { code: 'BadRequest', message: 'Write requests need a subject.' };
    const answers = [webAnswer(status, JSON.stringify({ error })), webAnswer('202 Accepted')];
    const script: WebScript = (socket, count) => socket.write(answers[count - 1] ?? '');
    const server = await lab.keep(scriptedWeb(script, lab.pair()));
    const seen = await lab.prove(lab.graphValues(), await lab.proxy({ [hosts.graph]: server.port }));
    expect(seen.outcome).toBe('passed');
    expect(seen.stages.mailbox?.finding?.code ?? null).toBe(code);
  });

  it('finds out from a token alone that it is for somebody else', async () => {
    const { graph, proxy } = await start();
    await giveToken({ ...rightClaims, aud: 'https://outlook.office365.com' });
    const seen = await lab.prove(lab.graphValues(), proxy);
    expect(failureOf(seen)).toBe('claims oauthAudienceWrong');
    expect(graph.received).toEqual([]);
  });

  it.each<[string, TokenClaims]>([
    ['the right to send', { ...rightClaims, roles: ['Mail.Read'] }],
    ['every right', { aud: rightClaims.aud }],
  ])('warns that a token lacks %s, lets Graph decide, and names where it is granted', async (_, claims) => {
    const { proxy } = await start();
    await giveToken(claims);
    const seen = await lab.prove(lab.graphValues(), proxy);
    const stage = seen.stages.claims;
    expect(stage).toMatchObject({ status: 'passed', finding: { code: 'oauthApplicationRoleMissing' } });
    expect(stage?.finding?.parameters).toMatchObject({ permissions: 'Mail.Send' });
    expect(stage?.evidence.facts.consentAddress).toBe(
      `https://login.microsoftonline.com/${oauthTenant}/adminconsent?client_id=${oauthClients.secret.clientId}`,
    );
    expect(seen.failed?.stage).toBe('mailbox');
  });

  it('says of a wrong secret that it is wrong, in the words of the provider', async () => {
    const { graph, proxy } = await start();
    const description = `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${application.clientId}'. Trace ID: 1 Correlation ID: 2 Timestamp: 2026-11-20 10:00:00Z`;
    const refusal = { error: 'invalid_client', error_description: description, error_codes: [7_000_215] };
    const body = JSON.stringify({ ...refusal, correlation_id: '22222222-0000-4000-8000-000000000000' });
    lab.oauth().answerNext('token', { status: 401, body });
    const asked = lab.oauth().tokenRequests().length;
    const seen = await lab.prove(lab.graphValues(), proxy);
    expect(failureOf(seen)).toBe('token clientSecretWrong');
    expect(seen.failed?.evidence.replies).toMatchObject([
      { command: 'token', code: 401, text: expect.stringContaining('AADSTS7000215') as unknown },
    ]);
    expect(lab.oauth().tokenRequests()).toHaveLength(asked + 1);
    expect(graph.received).toEqual([]);
  });

  it.each<[string, Partial<GraphPlan>, string]>([
    ['a mailbox that is not there', { mailboxes: [] }, 'graphMailboxMissing'],
    [
      'a right that was taken away',
      { verify: async (token) => ({ ...(await lab.verify(token)), roles: [] }) },
      'graphPermissionMissing',
    ],
    ['a policy of the tenant', { isKeptOut: true }, 'graphApplicationPolicy'],
    ['a token for something else', { audience: 'https://graph.microsoft.us' }, 'oauthAudienceWrong'],
  ])('is refused for %s before there is a message, once', async (_, plan, code) => {
    const { graph, proxy } = await start(plan);
    const seen = await lab.prove(lab.graphValues(), proxy);
    expect(failureOf(seen)).toBe(`mailbox ${code}`);
    expect(seen.failed?.evidence.facts.requestId).toEqual(expect.any(String));
    expect(graph.received).toHaveLength(1);
  });

  it('is not begun where a gateway refuses whatever is sent', async () => {
    const answer = webAnswer('400 Bad Request', '<html><title>Blocked</title></html>');
    const server = await lab.keep(scriptedWeb((socket) => socket.write(answer), lab.pair()));
    const proxy = await lab.proxy({ [hosts.graph]: server.port });
    const seen = await lab.prove(lab.graphValues(), proxy, { until: 'envelope' });
    expect(failureOf(seen)).toBe('mailbox webAnswerUnreadable');
  });

  it('is refused for the sender of another mailbox', async () => {
    const { graph, proxy } = await start();
    const from = { address: 'boss@corp.example', displayName: 'Boss' };
    const seen = await lab.prove(lab.graphValues({ from }), proxy);
    expect(failureOf(seen)).toBe('deliver exchangeOnlineSendAsDenied');
    expect(seen.failed?.finding?.parameters).toMatchObject({ sender: from.address, mailbox: relay });
    expect(seen.failed?.evidence.replies).toMatchObject([{ command: 'sendMail', code: 403 }]);
    expect(graph.taken).toEqual([]);
  });

  it('says how long Graph wants to be left alone', async () => {
    const { proxy } = await start({ throttledFor: 12 });
    const seen = await lab.prove(lab.graphValues(), proxy);
    expect(failureOf(seen)).toBe('mailbox graphThrottled');
    expect(seen.failed?.finding).toMatchObject({ permanent: false, parameters: { seconds: '12' } });
  });

  it.each([
    ['a page', webAnswer('200 OK', '<html><title>Portal</title></html>'), 'Portal'],
    ['a redirection', webAnswer('302 Found', '', ['Location: https://portal.test/']), 'https://portal.test/'],
  ])('is not begun where %s of somebody else answers', async (_, answer, text) => {
    const server = await lab.keep(scriptedWeb((socket) => socket.write(answer), lab.pair()));
    const seen = await lab.prove(lab.graphValues(), await lab.proxy({ [hosts.graph]: server.port }));
    expect(failureOf(seen)).toBe('mailbox webAnswerUnreadable');
    expect(seen.failed?.evidence.replies).toMatchObject([{ command: 'sendMail', text }]);
  });

  it('needs the token of a mailbox for nobody but an application', async () => {
    const { proxy } = await start();
    const client = { ...application, proof: { kind: 'none' } as const };
    const seen = await lab.prove(lab.graphValues({ authentication: { ...tokenSignIn, client } }), proxy);
    expect(failureOf(seen)).toBe('token clientCredentialNeeded');
    expect(proxy.received).toEqual([]);
  });
});

describe('a mail of the program over Microsoft 365', () => {
  const mail = { to: ['alice@corp.example'], subject: 'S', text: 'T', language: 'en' };
  const senderBehind = (proxy: LoopbackServer) =>
    createMessageSender(lab.deliveryBehind(proxy), createTestPool().pool);
  const sendTo = async (script: WebScript) => {
    const server = await lab.keep(scriptedWeb(script, lab.pair()));
    const send = senderBehind(await lab.proxy({ [hosts.graph]: server.port }));
    const [sent] = await Promise.allSettled([send(lab.graphValues(), mail, new AbortController().signal)]);
    return { sent, posts: server.received.filter((line) => line.startsWith('POST ')) };
  };

  it.each<[string, WebScript]>([
    ['never comes', (socket) => socket.write(`${accepted}Content-Length: 10\r\n\r\n`)],
    ['is cut', (socket) => socket.end(`${accepted}Content-Length: 10\r\n\r\nabc`)],
  ])('is sent, without a question before, when Graph took it with a body that %s', async (_, script) => {
    const { sent, posts } = await sendTo(script);
    expect(sent).toMatchObject({ value: { reply: { command: 'sendMail', code: 202 } } });
    expect(posts).toHaveLength(1);
  });

  it.each([
    [
      'not for good by a page of somebody else',
      webAnswer('200 OK', '<html><title>Portal</title></html>'),
      false,
    ],
    ['not for good by a redirection', webAnswer('302 Found', '', ['Location: https://portal.test/']), false],
    ['for good where a gateway has made another success of the one of Graph', webAnswer('200 OK', ''), true],
  ])('is refused %s', async (_, answer, permanent) => {
    const { sent } = await sendTo((socket) => socket.write(answer));
    expect(sent).toMatchObject({
      reason: { stage: 'deliver', finding: { code: 'webAnswerUnreadable', permanent } },
    });
  });

  it('waits as long as Graph says, and is not refused for good', async () => {
    const { proxy } = await start({ throttledFor: 12 });
    const sending = senderBehind(proxy)(lab.graphValues(), mail, new AbortController().signal);
    await expect(sending).rejects.toMatchObject({
      ...{
        stage: 'deliver',
        finding: { code: 'graphThrottled', permanent: false, parameters: { seconds: '12' } },
      },
    });
  });

  it('does not go out when it is too large', async () => {
    const { graph, proxy } = await start();
    const text = 'A line of seventy letters, or about that many, as people write them.\n'.repeat(60_000);
    const sending = senderBehind(proxy)(lab.graphValues(), { ...mail, text }, new AbortController().signal);
    await expect(sending).rejects.toMatchObject({
      stage: 'deliver',
      finding: { code: 'graphTooLarge', parameters: { limit: String(longestGraphMessage) } },
    });
    expect(graph.received).toEqual([]);
  });
});
