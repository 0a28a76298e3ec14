import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oauthClients, oauthTenant } from '../../lab/oauth/oauthIdentities.ts';
import { exchangePassword, hosts, prepareWebProofs, relay } from '../mail/webProofLab.ts';
import { jsonLines, runProgram, temporaryFolder } from './program.ts';

type Line = { stage?: string; status?: string; result?: string; finding?: { code: string } | null };

const lab = prepareWebProofs();
let folder = '';
let remove = async (): Promise<void> => undefined;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterAll(() => remove());

const { clientId, secret } = oauthClients.secret;
const token = {
  ...{ mode: 'oauth2', provider: 'microsoft', flow: 'clientCredentials', tenantId: oauthTenant, clientId },
  clientSecret: { source: 'environment', name: 'CLIENT_SECRET' },
};
const password = {
  ...{ mode: 'password', username: 'CORP\\svc' },
  password: { source: 'environment', name: 'EXCHANGE_PASSWORD' },
};

const draftOf = (values: Record<string, unknown>): string =>
  JSON.stringify({ name: 'draft', from: { address: relay }, trust: { ca: lab.authority() }, ...values });
const graphDraft = () => draftOf({ kind: 'microsoft365', authentication: token });
const exchangeDraft = (changes: Record<string, unknown> = {}) =>
  draftOf({ kind: 'exchange', host: 'mail.corp.example', authentication: password, ...changes });

const prove = async (draft: string, proxy: { host?: string; port: number }, ...args: string[]) => {
  const ended = await runProgram(['prove', 'mail', '--draft', '-', '--data-dir', folder, ...args], {
    input: draft,
    environment: {
      HTTPS_PROXY: `http://${proxy.host ?? '127.0.0.1'}:${proxy.port}`,
      CLIENT_SECRET: secret,
      EXCHANGE_PASSWORD: exchangePassword,
    },
  });
  const shown = `${ended.output}${ended.faults}`;
  for (const hidden of [secret, exchangePassword, Buffer.from(exchangePassword).toString('base64')])
    expect(shown.includes(hidden), 'a secret is shown').toBe(false);
  return ended;
};

const linesOf = (output: string): Line[] => jsonLines(output) as Line[];
const courseOf = (lines: readonly Line[]): string[] =>
  lines.slice(0, -1).map(({ stage, status }) => `${stage} ${status}`);
const passed = (...stages: string[]): string[] => stages.map((stage) => `${stage} passed`);

const leadToGraph = async () => {
  const graph = await lab.graph();
  return { graph, proxy: await lab.proxy({ [hosts.graph]: graph.port }) };
};
const leadToExchange = async () => {
  const exchange = await lab.exchange();
  return { exchange, proxy: await lab.proxy({ [hosts.exchange]: exchange.port }) };
};

describe('prove mail with Microsoft 365', () => {
  it('gives each stage a line, over the proxy of the environment', async () => {
    const { graph, proxy } = await leadToGraph();
    const { exitCode, output, faults } = await prove(
      graphDraft(),
      proxy,
      '--json',
      '--to',
      'bob@corp.example',
    );
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    const lines = linesOf(output);
    const stages = ['token', 'claims', 'resolve', 'connect', 'secure', 'mailbox', 'deliver'];
    expect(courseOf(lines)).toEqual(passed(...stages));
    expect(lines.at(-1)).toMatchObject({ result: 'passed' });
    expect(
      graph.taken.map(({ mailbox, message }) => [mailbox, message.includes('bob@corp.example')]),
    ).toEqual([[relay, true]]);
  });

  it('shows people where the message went, and sends none when it ends before', async () => {
    const { graph, proxy } = await leadToGraph();
    const before = await prove(graphDraft(), proxy, '--until', 'envelope');
    expect(before).toMatchObject({ exitCode: 0, faults: '' });
    expect(before.output).toMatch(/^· Deliver +Skipped$/m);
    expect(graph.taken).toEqual([]);
    const { exitCode, output } = await prove(graphDraft(), proxy, '--to', 'bob@corp.example');
    expect(exitCode).toBe(0);
    expect(output.trim().split('\n').at(-1)).toMatch(/bob@corp\.example.*202 Accepted$/);
  });
});

describe('prove mail behind a proxy that is not there', () => {
  const gone = async () => {
    const proxy = await lab.proxy({});
    await proxy.close();
    return proxy;
  };

  it.each([
    ['token proxyNotListening', graphDraft, gone],
    ['connect proxyNotListening', exchangeDraft, gone],
    ['token proxyNotFound', graphDraft, () => ({ host: 'proxy.invalid', port: 8_080 })],
    ['resolve proxyNotFound', exchangeDraft, () => ({ host: 'proxy.invalid', port: 8_080 })],
  ])('blames the network, and nobody who was not asked: %s', async (failure, draft, proxy) => {
    const { output } = await prove(draft(), await proxy(), '--json');
    const { stage, finding } = linesOf(output).find(({ status }) => status === 'failed') ?? {};
    expect(`${stage} ${finding?.code}`).toBe(failure);
    expect(finding).toMatchObject({ who: 'network', permanent: false });
  });
});

describe('prove mail with Exchange', () => {
  it('gives each stage a line', async () => {
    const { exchange, proxy } = await leadToExchange();
    const { exitCode, output, faults } = await prove(exchangeDraft(), proxy, '--json');
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    const stages = ['resolve', 'connect', 'secure', 'authenticate', 'version', 'folder', 'deliver'];
    expect(courseOf(linesOf(output))).toEqual(passed(...stages));
    expect(exchange.taken.map(({ mailbox }) => mailbox)).toEqual([relay]);
  });

  it.each(['en', 'fr', 'de'])('says in %s what is wrong, and who must act', async (language) => {
    const { proxy } = await leadToExchange();
    const draft = exchangeDraft({ host: null, url: 'https://mail.corp.example/owa/Exchange.asmx' });
    const { exitCode, output } = await prove(draft, proxy, '--json', '--language', language);
    expect(exitCode).toBe(1);
    const failed = linesOf(output).find(({ status }) => status === 'failed');
    expect(failed).toMatchObject({ stage: 'authenticate', finding: { code: 'ewsUrlWrong', who: 'user' } });
  });

  it('tells people the words of a proxy that lets nobody through', async () => {
    const proxy = await lab.proxy({}, { authorization: 'x' });
    const { exitCode, output } = await prove(exchangeDraft(), proxy);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^✖ Connect/m);
    expect(output).toContain('407 Sign in to the proxy of Contoso');
    expect(output).toContain(`127.0.0.1:${proxy.port}`);
  });
});
