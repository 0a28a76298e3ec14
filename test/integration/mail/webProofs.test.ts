import { afterEach, describe, expect, it } from 'vitest';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import { createMailProver } from '../../../electron/services/mail/proof/mailProver.ts';
import { createProofLog } from '../../../electron/services/proof/proofLog.ts';
import { closesAtOnce, silentServer } from '../../lab/faults/silentFaults.ts';
import type { VerifyToken } from '../../lab/microsoft/accessToken.ts';
import type { ProxyWishes } from '../../lab/web/connectProxy.ts';
import { webAnswer } from '../../lab/web/scriptedWeb.ts';
import { failureOf, parts, seeProof } from './proofLab.ts';
import { hosts, prepareWebProofs, tokenSignIn } from './webProofLab.ts';

const lab = prepareWebProofs();

const withToken = () => lab.exchangeValues({ authentication: tokenSignIn });
const refused = 'HTTP/1.1 403 Blocked by policy of Contoso\r\nContent-Length: 0\r\n\r\n';

const page = webAnswer('200 OK', '<html><title>Sign in to the guest network</title></html>');
const umlauts = 'HTTP/1.1 502 Gateway nicht verfügbar\r\nContent-Length: 0\r\n\r\n';

describe('a proxy that lets nobody through', () => {
  it.each<[string, Partial<ProxyWishes>, string, number, string]>([
    ['wants a sign-in', { authorization: 'x' }, 'proxySignInNeeded', 407, 'Sign in to the proxy of Contoso'],
    ['does not lead there', { answer: refused }, 'proxyRefused', 403, 'Blocked by policy of Contoso'],
    ['has a page of its own', { answer: page }, 'proxyRefused', 200, 'OK Sign in to the guest network'],
    ['speaks UTF-8', { answer: umlauts }, 'proxyRefused', 502, 'Gateway nicht verfügbar'],
  ])('is what %s, in its own words', async (_, wishes, code, status, text) => {
    const proxy = await lab.proxy({}, wishes);
    const seen = await lab.prove(lab.exchangeValues(), proxy);
    expect(failureOf(seen)).toBe(`connect ${code}`);
    expect(seen.failed?.finding?.parameters).toMatchObject({ proxy: `127.0.0.1:${proxy.port}` });
    expect(seen.failed?.evidence.replies).toEqual([
      { command: 'CONNECT', code: status, enhanced: null, text },
    ]);
    expect(seen.transcript).toContainEqual(
      expect.objectContaining({ text: `CONNECT ${hosts.exchange}`, stage: 'connect' }),
    );
  });

  it.each<[string, Partial<ProxyWishes>, string]>([
    ['wants a sign-in', { authorization: 'x' }, 'proxySignInNeeded'],
    ['does not lead there', { answer: refused }, 'proxyRefused'],
  ])('is told of in the stage of the token when it %s', async (_, wishes, code) => {
    const proxy = await lab.proxy({}, wishes);
    const seen = await lab.prove(lab.graphValues(), proxy);
    expect(failureOf(seen)).toBe(`token ${code}`);
    expect(seen.failed?.finding?.parameters).toMatchObject({ proxy: `127.0.0.1:${proxy.port}` });
  });
});

describe('a proxy that is not reached', () => {
  const behind = (host: string, port: number, timeoutMs: number) => {
    const proxy = { host, port, credential: null };
    const findProxy = async () => ({ proxy, ignored: [] });
    const run = createMailProver({ ...parts, findProxy, proofLog: createProofLog() });
    return seeProof(lab.exchangeValues({ timeoutMs }), { run });
  };

  it('is where nothing listens, in the stage that connects and in that of the token', async () => {
    const proxy = await lab.proxy({});
    await proxy.close();
    const named = { host: '127.0.0.1', port: String(proxy.port), proxy: `127.0.0.1:${proxy.port}` };
    const exchange = await lab.prove(lab.exchangeValues(), proxy);
    expect(failureOf(exchange)).toBe('connect proxyNotListening');
    const graph = await lab.prove(lab.graphValues(), proxy);
    expect(failureOf(graph)).toBe('token proxyNotListening');
    for (const { failed } of [exchange, graph]) {
      expect(failed?.finding?.parameters).toMatchObject(named);
      expect(failed?.evidence.facts.systemCode).toBe('ECONNREFUSED');
    }
  });

  it('has a name that nobody knows', async () => {
    const seen = await behind('proxy.invalid', 8_080, 5_000);
    expect(failureOf(seen)).toBe('resolve proxyNotFound');
    expect(seen.failed?.finding?.parameters).toMatchObject({
      proxy: 'proxy.invalid:8080',
      host: 'proxy.invalid',
    });
    expect(seen.failed?.evidence.facts.systemCode).toBe('ENOTFOUND');
  });

  it.each([
    ['says nothing', silentServer],
    ['hangs up', closesAtOnce],
  ])('%s', async (_, start) => {
    const proxy = await lab.keep(start());
    const seen = await behind('127.0.0.1', proxy.port, 500);
    expect(failureOf(seen)).toBe('connect proxyUnreachable');
    expect(seen.failed?.finding?.parameters).toMatchObject({ proxy: `127.0.0.1:${proxy.port}` });
  });
});

it.each([
  ['connect ewsConnectionRefused', '127.0.0.1'],
  ['resolve hostNotFound', 'exchange.invalid'],
])('names a setting for a proxy that is not followed beside %s', async (failure, host) => {
  const gone = await lab.proxy({});
  await gone.close();
  const ignored = ['AutoConfigURL=http://wpad/wpad.dat'];
  const findProxy = async () => ({ proxy: null, ignored });
  const run = createMailProver({ ...parts, findProxy, proofLog: createProofLog() });
  const url = `https://${host}:${gone.port}/EWS/Exchange.asmx`;
  const seen = await seeProof(lab.exchangeValues({ url }), { run });
  expect(failureOf(seen)).toBe(failure);
  expect(seen.stages.resolve?.evidence.facts.proxyIgnored).toEqual(ignored);
  const parameters = { host, port: String(gone.port), proxyIgnored: ignored[0] };
  expect(seen.failed?.finding?.parameters).toMatchObject(parameters);
});

describe('a server with a certificate of somebody else', () => {
  it('gets nothing, neither a password nor a token', async () => {
    const [graph, exchange] = await Promise.all([lab.graph(), lab.exchange()]);
    const proxy = await lab.proxy({ [hosts.graph]: graph.port, [hosts.exchange]: exchange.port });
    const system = { mode: 'system' } as const;
    const seen = await lab.prove(lab.exchangeValues({ trust: system }), proxy);
    expect(failureOf(seen)).toMatch(/^secure certificate/);
    const ofToken = await lab.prove(lab.graphValues({ trust: system }), proxy);
    expect(failureOf(ofToken)).toMatch(/^token certificate/);
    expect([...graph.received, ...exchange.received]).toEqual([]);
  });
});

describe('a proof that is cancelled', () => {
  const given = new Error('given up');
  let control = new AbortController();
  afterEach(() => {
    control = new AbortController();
  });

  /** Gives up at that request which brings a token, and leaves it without an answer. */
  const givingUpAt = (last: number): VerifyToken => {
    let count = 0;
    return async (token) => {
      count += 1;
      if (count < last) return lab.verify(token);
      control.abort(given);
      return new Promise(() => undefined);
    };
  };

  const silentFor = async (host: string) => {
    const silent = await lab.keep(silentServer());
    return lab.proxy({ [host]: silent.port });
  };
  const exchangeUntil = async (last: number) => {
    const server = await lab.exchange({ verify: givingUpAt(last) });
    return lab.proxy({ [hosts.exchange]: server.port });
  };
  const graphUntil = async (last: number) => {
    const server = await lab.graph({ verify: givingUpAt(last) });
    return lab.proxy({ [hosts.graph]: server.port });
  };

  it.each([
    ['token', 'that says nothing', withToken, () => silentFor(hosts.login)],
    ['connect', 'that says nothing', lab.exchangeValues, () => lab.proxy({}, { answer: '' })],
    ['secure', 'that says nothing', lab.exchangeValues, () => silentFor(hosts.exchange)],
    ['authenticate', 'of Exchange', withToken, () => exchangeUntil(1)],
    ['deliver', 'of Exchange', withToken, () => exchangeUntil(2)],
    ['mailbox', 'of Graph', lab.graphValues, () => graphUntil(1)],
    ['deliver', 'of Graph', lab.graphValues, () => graphUntil(2)],
  ] as const)('in the stage %s leaves no connection to a server %s', async (stage, _, values, behind) => {
    const proxy = await behind();
    const isSilent = (name: StageName): boolean =>
      ['token', 'connect', 'secure'].includes(name) && name === stage;
    const seen = await lab.prove(values(), proxy, {
      signal: control.signal,
      onEvent: async (event) => {
        if (event.type !== 'stageStarted' || !isSilent(event.stage)) return;
        await expect.poll(() => proxy.connections()).toBe(1);
        control.abort(given);
      },
    });
    expect(seen.outcome).toBe('cancelled');
    expect(seen.stages[stage]?.status).toBe('cancelled');
    await expect.poll(() => proxy.connections()).toBe(0);
  });
});

describe('a server that never answers', () => {
  it.each([
    ['token', 'oauthProviderUnreachable', hosts.login],
    ['secure', 'tlsHandshakeTimedOut', hosts.graph],
  ])('is known in the stage %s when its time is up', async (stage, code, host) => {
    const silent = await lab.keep(silentServer());
    const proxy = await lab.proxy({ [host]: silent.port });
    const seen = await lab.prove(lab.graphValues({ timeoutMs: 1_500 }), proxy);
    expect(failureOf(seen)).toBe(`${stage} ${code}`);
    await expect.poll(() => proxy.connections()).toBe(0);
  });
});
