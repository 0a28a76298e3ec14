import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { PersonNeeded } from '../../../../electron/contract/proof/proof.ts';
import { ProxyUnreached } from '../../../../electron/protocols/net/proxyUnreached.ts';
import { reachProvider } from '../../../../electron/services/mail/proof/oauth/reachProvider.ts';
import { personFlow } from '../../../../electron/services/oauth/tokenFlow.ts';
import { microsoftClient } from './fakeTokenClients.ts';

const { signal } = new AbortController();

const openBrowser = async (reach: () => Promise<void>): Promise<PersonNeeded[]> => {
  const asked: PersonNeeded[] = [];
  const attendant = { ask: asked.push.bind(asked), wait: () => undefined, reach, language: 'en' } as const;
  const loadPage = async () => ({ language: 'en', title: '', received: '', refused: '' }) as const;
  const client = microsoftClient({ flow: 'authorizationCode' });
  const flow = await personFlow(client, attendant, null, { loadPage });
  if (flow.kind === 'authorizationCode') await flow.openBrowser('https://login.example/authorize');
  return asked;
};

const listen = async () => {
  const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
};

describe('a person who is to sign in with a browser', () => {
  it('is asked where the provider is reached, and not where it is not', async () => {
    expect(await openBrowser(async () => undefined)).toHaveLength(1);
    const gone = async () => Promise.reject(new Error('gone'));
    await expect(openBrowser(gone)).rejects.toThrow('gone');
  });
});

describe('whether a provider is reached', () => {
  it('shows when a connection to it is opened', async () => {
    const server = await listen();
    const address = new URL(`https://127.0.0.1:${server.port}/tenant`);
    await reachProvider(address, { proxy: null }, signal);
    await server.close();
    await expect(reachProvider(address, { proxy: null }, signal)).rejects.toThrow();
  });

  it('is the word of the proxy where one leads to it', async () => {
    const server = await listen();
    await server.close();
    const proxy = { host: '127.0.0.1', port: server.port, credential: null };
    const reached = reachProvider(new URL('https://login.example/tenant'), { proxy }, signal);
    await expect(reached).rejects.toBeInstanceOf(ProxyUnreached);
  });
});
