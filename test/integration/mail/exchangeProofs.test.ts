import { describe, expect, it } from 'vitest';
import { createMessageSender } from '../../../electron/services/mail/sendMessage.ts';
import type { ResolvedExchange } from '../../../electron/services/mail/resolvedProfile.ts';
import type { EwsPlan } from '../../lab/microsoft/ewsServer.ts';
import { createNtlmServer, ntlmAccount } from '../../lab/microsoft/ntlmAccount.ts';
import { scriptedWeb, webAnswer } from '../../lab/web/scriptedWeb.ts';
import { createTestPool, failureOf } from './proofLab.ts';
import { exchangePassword, hosts, prepareWebProofs, relay, tokenSignIn } from './webProofLab.ts';

const lab = prepareWebProofs();
const path = '/EWS/Exchange.asmx';

const start = async (plan: Partial<EwsPlan> = {}) => {
  const exchange = await lab.exchange({
    ntlm: () => createNtlmServer('HTTP/mail.corp.example', relay),
    ...plan,
  });
  return { exchange, proxy: await lab.proxy({ [hosts.exchange]: exchange.port }) };
};

const offer = webAnswer('401 Unauthorized', '', ['WWW-Authenticate: Basic realm="x"']);
const soapNames = [
  'xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"',
  'xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"',
].join(' ');

/** What Exchange answers to one operation that it did. */
const soapAnswer = (operation: string): string => {
  const message = `<m:${operation}ResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode></m:${operation}ResponseMessage>`;
  const response = `<m:${operation}Response><m:ResponseMessages>${message}</m:ResponseMessages></m:${operation}Response>`;
  return `<s:Envelope ${soapNames}><s:Body>${response}</s:Body></s:Envelope>`;
};

const basic = (password = exchangePassword): ResolvedExchange['authentication'] => ({
  ...{ mode: 'password', mechanism: null, userName: 'CORP\\svc', password, source: 'typed' },
});
const ntlm = (password: string = ntlmAccount.password): ResolvedExchange['authentication'] => ({
  ...{ mode: 'ntlm', ...ntlmAccount, password, source: 'typed' },
});

const reached = ['resolve', 'connect', 'secure'];
const opened = ['authenticate', 'version', 'folder', 'deliver'];

describe('a proof of Exchange', () => {
  it.each<[string, ResolvedExchange['authentication'], string[], number]>([
    ['Basic', basic(), [...reached, ...opened], 3],
    ['NTLM', ntlm(), [...reached, ...opened], 4],
    ['Bearer', tokenSignIn, ['token', 'claims', ...reached, ...opened], 3],
  ])(
    'passes with %s, and the mailbox sends the message',
    async (mechanism, authentication, stages, count) => {
      const { exchange, proxy } = await start();
      const seen = await lab.prove(lab.exchangeValues({ authentication }), proxy);
      expect(seen).toMatchObject({ outcome: 'passed', failed: undefined });
      expect(seen.course).toEqual(stages.map((stage) => `${stage} passed`));
      const { authenticate, version, folder, deliver } = seen.stages;
      expect(authenticate?.evidence.facts).toMatchObject({
        ...{ mechanism, signInMethods: ['NTLM', 'Basic', 'Bearer'] },
        ...{ url: 'https://mail.corp.example/EWS/Exchange.asmx' },
      });
      expect(version?.evidence.facts).toEqual({
        ...{ requestVersion: 'Exchange2013_SP1', exchangeVersion: '2019 or SE (15.2.1748.10)' },
      });
      expect(folder?.evidence.facts).toMatchObject({ folder: 'inbox' });
      const [{ mailbox, message } = { mailbox: '', message: Buffer.alloc(0) }] = exchange.taken;
      expect(mailbox).toBe(relay);
      expect(deliver?.evidence.facts).toMatchObject({ sender: relay, messageSizeBytes: message.length });
      expect(message.toString()).toContain(`Message-ID: ${String(deliver?.evidence.facts.messageId)}\r\n`);
      expect(exchange.received).toHaveLength(count);
      expect(exchange.received[0]).toMatchObject({ method: 'GET', path });
    },
  );

  it('lets an application act in the place of its mailbox', async () => {
    const { exchange, proxy } = await start();
    await lab.prove(lab.exchangeValues({ authentication: tokenSignIn }), proxy);
    expect(exchange.received.at(-1)?.headers['x-anchormailbox']).toBe(relay);
  });

  it('sends nothing when it ends before', async () => {
    const { exchange, proxy } = await start();
    const seen = await lab.prove(lab.exchangeValues(), proxy, { until: 'envelope' });
    expect(seen.outcome).toBe('passed');
    expect(seen.stages.deliver?.status).toBe('skipped');
    expect(exchange.taken).toEqual([]);
  });

  it.each([
    ['Basic', basic('not-the-password'), 1],
    ['NTLM', ntlm('not-the-password'), 2],
  ])('tries a wrong password with %s once', async (_, authentication, signed) => {
    const { exchange, proxy } = await start();
    const seen = await lab.prove(lab.exchangeValues({ authentication }), proxy);
    expect(failureOf(seen)).toBe('authenticate ewsSignInRefused');
    expect(exchange.received.filter(({ headers }) => headers.authorization !== undefined)).toHaveLength(
      signed,
    );
  });

  it('says of a challenge that cannot be read what may have damaged it', async () => {
    const ntlmOffer = webAnswer('401 Unauthorized', '', ['WWW-Authenticate: NTLM']);
    const damaged = webAnswer('401 Unauthorized', '', ['WWW-Authenticate: NTLM TlRMTVNTUAACAAAA']);
    const ews = scriptedWeb(
      (socket, count) => void socket.write(count === 1 ? ntlmOffer : damaged),
      lab.pair(),
    );
    const proxy = await lab.proxy({ [hosts.exchange]: (await lab.keep(ews)).port });
    const seen = await lab.prove(lab.exchangeValues({ authentication: ntlm() }), proxy);
    expect(failureOf(seen)).toBe('authenticate ewsChallengeUnreadable');
  });

  it('sends no password where its method is not offered', async () => {
    const { exchange, proxy } = await start({ offered: ['Negotiate', 'NTLM'] });
    const seen = await lab.prove(lab.exchangeValues(), proxy);
    expect(failureOf(seen)).toBe('authenticate ewsMethodNotOffered');
    expect(seen.failed?.finding?.parameters).toMatchObject({ method: 'Basic', methods: 'Negotiate, NTLM' });
    expect(exchange.received.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it.each([
    [
      'the sign-in page of OWA',
      webAnswer('302 Found', '', ['Location: https://mail.corp.example/owa/auth/logon.aspx']),
      'owa/auth/logon.aspx',
    ],
    [
      'a page for people',
      webAnswer('200 OK', '<!DOCTYPE html><html><head><title>Outlook Web App</title></head></html>'),
      'Outlook Web App',
    ],
    ['nothing', webAnswer('404 Not Found'), ''],
  ])('knows an address that leads to %s', async (_, answer, words) => {
    const server = await lab.keep(scriptedWeb((socket) => socket.write(answer), lab.pair()));
    const seen = await lab.prove(lab.exchangeValues(), await lab.proxy({ [hosts.exchange]: server.port }));
    expect(failureOf(seen)).toBe('authenticate ewsUrlWrong');
    expect(seen.failed?.finding?.parameters).toMatchObject({
      url: 'https://mail.corp.example/EWS/Exchange.asmx',
    });
    expect(seen.failed?.evidence.replies.at(-1)?.text).toContain(words);
  });

  it('says in which stage Exchange is too old for the schema', async () => {
    const { proxy } = await start({ build: [14, 3, 123, 3] });
    const seen = await lab.prove(lab.exchangeValues(), proxy);
    expect(failureOf(seen)).toBe('version exchangeVersionTooNew');
    expect(seen.course).toContain('authenticate passed');
    expect(seen.failed?.evidence.facts).toMatchObject({
      ...{ requestVersion: 'Exchange2013_SP1', exchangeVersion: '2010 (14.3.123.3)' },
    });
  });

  it('says that there is no such mailbox', async () => {
    const { exchange, proxy } = await start({ mailboxes: [] });
    const seen = await lab.prove(lab.exchangeValues({ authentication: tokenSignIn }), proxy);
    expect(failureOf(seen)).toBe('folder ewsMailboxMissing');
    expect(seen.course).toEqual(expect.arrayContaining(['authenticate passed', 'version passed']));
    expect(seen.failed?.finding?.parameters).toMatchObject({ mailbox: relay });
    expect(exchange.taken).toEqual([]);
  });

  it('says how long Exchange wants to be left alone', async () => {
    const { proxy } = await start({ backOffMs: 61_000 });
    const seen = await lab.prove(lab.exchangeValues(), proxy);
    expect(failureOf(seen)).toBe('folder ewsBusy');
    expect(seen.failed?.finding).toMatchObject({ permanent: false, parameters: { seconds: '61' } });
  });

  it('hands a message over once, also when the answer is lost behind it', async () => {
    const inbox = soapAnswer('GetFolder');
    const ews = scriptedWeb((socket, count) => {
      if (count === 1) socket.write(offer);
      else if (count === 2) socket.write(webAnswer('200 OK', inbox));
      else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<s:Env');
    }, lab.pair());
    const server = await lab.keep(ews);
    const proxy = await lab.proxy({ [hosts.exchange]: server.port });
    const send = createMessageSender(lab.deliveryBehind(proxy), createTestPool().pool);
    const mail = { to: ['alice@corp.example'], subject: 'S', text: 'T', language: 'en' };
    await expect(send(lab.exchangeValues(), mail, new AbortController().signal)).rejects.toMatchObject({
      ...{ stage: 'deliver', finding: { code: 'connectionClosedByServer', permanent: false } },
    });
    // To open the inbox, and to send.
    expect(server.received.filter((line) => line.includes('POST /EWS/'))).toHaveLength(2);
    expect(server.connections()).toBe(1);
  });

  it('says that the mailbox may not send for the sender', async () => {
    const { exchange, proxy } = await start();
    const from = { address: 'boss@corp.example', displayName: 'Boss' };
    const seen = await lab.prove(lab.exchangeValues({ from }), proxy);
    expect(failureOf(seen)).toBe('deliver sendAsDenied');
    expect(seen.failed?.finding?.parameters).toMatchObject({ sender: from.address });
    expect(exchange.taken).toEqual([]);
  });
});
