import { describe, expect, it } from 'vitest';
import type { PersonNeeded } from '../../../../electron/contract/proof/proof.ts';
import { personFlow } from '../../../../electron/services/oauth/tokenFlow.ts';
import { microsoftClient } from './fakeTokenClients.ts';

const openBrowser = async (reach: () => Promise<void>): Promise<PersonNeeded[]> => {
  const asked: PersonNeeded[] = [];
  const attendant = { ask: asked.push.bind(asked), wait: () => undefined, reach, language: 'en' } as const;
  const loadPage = async () => ({ language: 'en', title: '', received: '', refused: '' }) as const;
  const client = microsoftClient({ flow: 'authorizationCode' });
  const flow = await personFlow(client, attendant, null, { loadPage });
  if (flow.kind === 'authorizationCode') await flow.openBrowser('https://login.example/authorize');
  return asked;
};

describe('a person who is to sign in with a browser', () => {
  it('is asked where the provider is reached, and not where it is not', async () => {
    expect(await openBrowser(async () => undefined)).toHaveLength(1);
    const gone = async () => Promise.reject(new Error('gone'));
    await expect(openBrowser(gone)).rejects.toThrow('gone');
  });
});
