import { describe, expect, it, vi } from 'vitest';
import type { PersonNeeded } from '../../../../electron/contract/proof/proof.ts';
import { googleEndpoints } from '../../../../electron/protocols/oauth/googleEndpoints.ts';
import { personFlow } from '../../../../electron/services/oauth/tokenFlow.ts';
import { microsoftClient } from './fakeTokenClients.ts';

const { signal } = new AbortController();

const openBrowser = async (
  reach: (url: URL, signal: AbortSignal) => Promise<void>,
): Promise<PersonNeeded[]> => {
  const asked: PersonNeeded[] = [];
  const attendant = { ask: asked.push.bind(asked), wait: () => undefined, language: 'en' } as const;
  const loadPage = async () => ({ language: 'en', title: '', received: '', refused: '' }) as const;
  const client = microsoftClient({ flow: 'authorizationCode' });
  const flow = await personFlow(
    { client, endpoints: googleEndpoints, attendant, loginHint: null, signal },
    { loadPage, reach },
  );
  if (flow.kind === 'authorizationCode') await flow.openBrowser('https://login.example/authorize');
  return asked;
};

describe('a person who is to sign in with a browser', () => {
  it('is asked where the address that gives the token is reached', async () => {
    const reach = vi.fn(async () => undefined);
    expect(await openBrowser(reach)).toHaveLength(1);
    expect(reach).toHaveBeenCalledExactlyOnceWith(new URL(googleEndpoints.tokenEndpoint), signal);
  });

  it('is not asked where it is not', async () => {
    const gone = async () => Promise.reject(new Error('gone'));
    await expect(openBrowser(gone)).rejects.toThrow('gone');
  });
});
